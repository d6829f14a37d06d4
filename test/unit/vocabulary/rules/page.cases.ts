import fc from "fast-check";
import type { PageLeaf } from "../../../../src/vocabulary/rules/page.ts";
import { type Cases, path } from "./Cases.ts";

export const cases: Cases<PageLeaf> = {
  leaves: fc.record({ page: path }),
  rows: [
    [{ page: "/contact" }, true],
    [{ page: "/offres/pneus" }, false],
  ],
  said: [[{ page: "/x" }, "the page is /contact", "page /x"]],
};
