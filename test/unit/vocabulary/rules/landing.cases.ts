import fc from "fast-check";
import type { LandingLeaf } from "../../../../src/vocabulary/rules/landing.ts";
import { type Cases, path } from "./Cases.ts";

export const cases: Cases<LandingLeaf> = {
  leaves: fc.record({ landing: path }),
  rows: [
    [{ landing: "/offres/pneus" }, true],
    [{ landing: "/offres/*" }, true],
    [{ landing: "/offres" }, false],
    [{ landing: "/contact" }, false],
  ],
  said: [[{ landing: "/x" }, "the landing page is /offres/pneus", "landing page /x"]],
};
