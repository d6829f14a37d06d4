import { compilePattern } from "../compilePatterns.ts";
import { encodedPath } from "../encodedPath.ts";
import { areApart, isWithin } from "../globs.ts";
import { EVERY_PATH, pathProblems } from "../pathProblems.ts";
import { matchesPattern } from "../patterns.ts";
import { ref } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { LeafProblem, Unchecked } from "../when/LeafModule.ts";

/** Path of the reference entry's page: exact, or with `*`. */
export type LandingLeaf = { landing: string };

export const schema = () => ({ landing: ref("path", "Path of the page of entry: exact, or with `*`.") });

export const matches = (landing: string, { url }: Facts): boolean => matchesPattern(landing, url.pathname);

export const compile = ({ landing }: LandingLeaf): string => compilePattern(landing, "url.pathname");

export const complete = ({ landing }: LandingLeaf): LandingLeaf => ({ landing: encodedPath(landing) });

export const implies = (leaf: LandingLeaf, other: LandingLeaf): boolean =>
  isWithin(leaf.landing, other.landing);

export const excludes = (leaf: LandingLeaf, other: LandingLeaf): boolean =>
  areApart(encodedPath(leaf.landing), encodedPath(other.landing));

export const covers = (leaves: readonly LandingLeaf[]): boolean =>
  leaves.some(({ landing }) => EVERY_PATH.test(landing));

export const isSound = ({ landing }: Unchecked): boolean => typeof landing === "string";

export const problems = ({ landing }: Unchecked): LeafProblem[] => pathProblems("landing", landing);

export const describe = (_: LandingLeaf, { url }: Facts): string => `the landing page is ${url.pathname}`;

export const words = {
  en: ({ landing }: LandingLeaf) => `landing page ${landing}`,
  fr: ({ landing }: LandingLeaf) => `page d'entrée ${landing}`,
};
