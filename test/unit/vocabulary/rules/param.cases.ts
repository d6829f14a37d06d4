import fc from "fast-check";
import type { ParamLeaf } from "../../../../src/vocabulary/rules/param.ts";
import { type Cases, text } from "./Cases.ts";

const param = fc.constantFrom("p", "q");

export const cases: Cases<ParamLeaf> = {
  leaves: fc.oneof(
    fc.record({ param }),
    fc.record({ param, is: text }),
    fc.record({ param, in: fc.array(text) }),
    fc.record({ param, starts: text }),
    fc.record({ param, contains: text }),
    fc.record({ param, like: text }),
    // The schema lets at most one through; the static file has no schema.
    fc.record(
      { param, is: text, in: fc.array(text), starts: text, contains: text, like: text },
      { requiredKeys: ["param"] },
    ),
  ),
  rows: [
    [{ param: "gclid" }, true],
    [{ param: "GCLID" }, false],
    [{ param: "empty" }, false],
    [{ param: "absent" }, false],
    [{ param: "gclid", is: "TeSt" }, true],
    [{ param: "gclid", is: "test" }, false],
    [{ param: "gclid", in: ["a", "TeSt"] }, true],
    [{ param: "gclid", in: [] }, false],
    [{ param: "gclid", starts: "Te" }, true],
    [{ param: "gclid", starts: "St" }, false],
    [{ param: "gclid", contains: "eS" }, true],
    [{ param: "gclid", contains: "es" }, false],
    [{ param: "gclid", like: "T*t" }, true],
    [{ param: "gclid", like: "T" }, false],
    [{ param: "gclid", is: "" }, false],
  ],
  implied: [
    [{ param: "p", is: "a" }, { param: "p" }, true],
    [{ param: "p" }, { param: "p", is: "a" }, false],
    [{ param: "p", is: "a" }, { param: "q" }, false],
    [{ param: "p", is: "a" }, { param: "p", in: ["a", "b"] }, true],
    [{ param: "p", in: ["a", "c"] }, { param: "p", in: ["a", "b"] }, false],
    [{ param: "p", is: "ab" }, { param: "p", starts: "a" }, true],
    [{ param: "p", starts: "ab" }, { param: "p", starts: "a" }, true],
    [{ param: "p", contains: "a" }, { param: "p", starts: "a" }, false],
    [{ param: "p", starts: "ab" }, { param: "p", contains: "b" }, true],
    [{ param: "p", like: "a*" }, { param: "p" }, true],
    [{ param: "p", is: "a" }, { param: "p", like: "a*" }, true],
    [{ param: "p", is: "b" }, { param: "p", like: "a*" }, false],
    [{ param: "p", starts: "ab" }, { param: "p", like: "a*" }, true],
    [{ param: "p", starts: "a*b" }, { param: "p", like: "a*" }, false],
    [{ param: "p", contains: "x" }, { param: "p", like: "*" }, true],
    [{ param: "p", like: "*" }, { param: "p", is: "a" }, false],
  ],
  said: [
    [{ param: "absent" }, "the parameter is absent", "parameter absent"],
    [{ param: "gclid", is: "x" }, 'the parameter is "TeSt"', "parameter gclid equal to “x”"],
    [{ param: "gclid", in: ["x", "y"] }, 'the parameter is "TeSt"', "parameter gclid one of x, y"],
  ],
};
