import { compilePattern } from "../compilePatterns.ts";
import { encodedPath } from "../encodedPath.ts";
import { areApart, isWithin } from "../globs.ts";
import { EVERY_PATH, pathProblems } from "../pathProblems.ts";
import { matchesPattern } from "../patterns.ts";
import { ref } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** Path of the current page: exact, or with `*`. */
export type PageLeaf = { page: string };

export const schema = () => ({ page: ref("path", "Path of the current page: exact, or with `*`.") });

export const matches = (page: string, { view }: Facts): boolean =>
  matchesPattern(page, new URL(view.url).pathname);

export const compile = ({ page }: PageLeaf): string => compilePattern(page, "new URL(view.url).pathname");

export const complete = ({ page }: PageLeaf): PageLeaf => ({ page: encodedPath(page) });

export const implies = (leaf: PageLeaf, other: PageLeaf): boolean => isWithin(leaf.page, other.page);

export const excludes = (leaf: PageLeaf, other: PageLeaf): boolean =>
  areApart(encodedPath(leaf.page), encodedPath(other.page));

export const covers = (leaves: readonly PageLeaf[]): boolean =>
  leaves.some(({ page }) => EVERY_PATH.test(page));

export const isSound = ({ page }: Unchecked): boolean => typeof page === "string";

export const problems = ({ page }: Unchecked): LeafProblem[] => pathProblems("page", page);

export const describe = (_: PageLeaf, { view }: Facts): string => `the page is ${new URL(view.url).pathname}`;

export const words = {
  en: ({ page }: PageLeaf) => `page ${page}`,
  fr: ({ page }: PageLeaf) => `page ${page}`,
};
