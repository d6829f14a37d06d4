import fc from "fast-check";
import type { ReferrerLeaf } from "../../../../src/vocabulary/rules/referrer.ts";
import type { Cases } from "./Cases.ts";

export const cases: Cases<ReferrerLeaf> = {
  leaves: fc.record({
    referrer: fc.constantFrom(
      ...["", "a.example", "www.a.example", "A.example", "*.a.example", "b.example", "*", "a-example"],
    ),
  }),
  rows: [
    [{ referrer: "blog.example" }, true],
    [{ referrer: "BLOG.example" }, true],
    [{ referrer: "*.blog.example" }, true],
    [{ referrer: "*.www.blog.example" }, false],
    [{ referrer: "log.example" }, false],
  ],
  said: [[{ referrer: "x.example" }, "the referrer is www.blog.example", "referrer x.example"]],
};
