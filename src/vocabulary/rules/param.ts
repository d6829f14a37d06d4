import { compilePattern, quote } from "../compilePatterns.ts";
import { areApart, isWithin } from "../globs.ts";
import { paramIn } from "../paramIn.ts";
import { paramProblems } from "../paramProblems.ts";
import { matchesPattern } from "../patterns.ts";
import { list, name } from "../schemas.ts";
import type { Facts } from "../when/Facts.ts";
import type { Unchecked } from "../when/LeafModule.ts";

export interface Comparison {
  /** Exact value. */
  is?: string;
  /** One of these values. */
  in?: string[];
  starts?: string;
  contains?: string;
  /** Glob: `*` is any run of characters. */
  like?: string;
}

/** Query parameter of the reference entry: present and not empty, or compared. */
export type ParamLeaf = { param: string } & Comparison;

export const schema = () => ({
  param: name("Query parameter of the page of entry: present and not empty, or compared by one more key."),
  is: name("With `param`: exactly this value."),
  in: list("With `param`: one of these values.", name("A value."), { minItems: 1 }),
  starts: name("With `param`: the value starts so."),
  contains: name("With `param`: the value contains this."),
  like: name("With `param`: the value matches this glob as a whole."),
});

/** What each comparison asks of the value. */
export const COMPARISONS: Readonly<Record<keyof Comparison, (value: string, wanted: never) => boolean>> = {
  is: (value, wanted: string) => value === wanted,
  in: (value, wanted: string[]) => wanted.includes(value),
  starts: (value, wanted: string) => value.startsWith(wanted),
  contains: (value, wanted: string) => value.includes(wanted),
  like: (value, wanted: string) => matchesPattern(wanted, value),
};

const COMPILED: Readonly<Record<keyof Comparison, (value: string, wanted: never) => string>> = {
  is: (value, wanted) => `${value}===${quote(wanted)}`,
  in: (value, wanted) => `${quote(wanted)}.includes(${value})`,
  starts: (value, wanted) => `${value}.startsWith(${quote(wanted)})`,
  contains: (value, wanted) => `${value}.includes(${quote(wanted)})`,
  like: (value, wanted) => compilePattern(wanted, value),
};

/** The comparisons that a leaf makes: mostly one, or none. */
const comparisonsOf = (leaf: ParamLeaf): [keyof Comparison, string | string[]][] =>
  (Object.keys(COMPARISONS) as (keyof Comparison)[]).flatMap((key) => {
    const wanted = leaf[key];
    return wanted === undefined ? [] : [[key, wanted]];
  });

export function matches(param: string, { url }: Facts, leaf: ParamLeaf): unknown {
  const value = paramIn(url, param);
  return (
    value &&
    Object.entries(leaf).every(
      ([key, wanted]) => COMPARISONS[key as keyof Comparison]?.(value, wanted as never) ?? true,
    )
  );
}

export function compile(leaf: ParamLeaf): string {
  const value = `param(${quote(leaf.param)})`;
  const compared = comparisonsOf(leaf).map(([key, wanted]) => COMPILED[key](value, wanted as never));
  // What is equal to a text is there.
  return (leaf.is ? compared : [value, ...compared]).join("&&");
}

/** The values that a comparison names one by one, if it does. */
const valuesOf = ({ is, in: list }: Comparison): string[] | undefined =>
  list ?? (is === undefined ? undefined : [is]);

/** A comparison as a glob; nothing where a star in it is no wildcard. */
function globOf({ starts, contains, like }: Comparison): string | undefined {
  if (like !== undefined) return like;
  const text = starts ?? contains ?? "";
  if (text.includes("*")) return undefined;
  return starts !== undefined ? `${text}*` : contains !== undefined ? `*${text}*` : "*";
}

const holdsOf = (value: string, leaf: ParamLeaf): boolean =>
  value !== "" && comparisonsOf(leaf).every(([key, wanted]) => COMPARISONS[key](value, wanted as never));

export function implies(leaf: ParamLeaf, other: ParamLeaf): boolean {
  if (leaf.param !== other.param) return false;
  const values = valuesOf(leaf);
  if (values) return values.every((value) => value === "" || holdsOf(value, other));
  if (valuesOf(other)) return false;
  const glob = globOf(leaf);
  const wider = globOf(other);
  if (glob !== undefined && wider !== undefined) return isWithin(glob, wider);
  return (
    (other.starts !== undefined && (leaf.starts?.startsWith(other.starts) ?? false)) ||
    (other.contains !== undefined && ((leaf.contains ?? leaf.starts)?.includes(other.contains) ?? false))
  );
}

export function excludes(leaf: ParamLeaf, other: ParamLeaf): boolean {
  if (leaf.param !== other.param) return false;
  const values = valuesOf(leaf);
  if (values) return !values.some((value) => holdsOf(value, other));
  if (valuesOf(other)) return excludes(other, leaf);
  const globs = [globOf(leaf), globOf(other)];
  return globs[0] !== undefined && globs[1] !== undefined && areApart(globs[0], globs[1]);
}

export const alternatives = (leaf: ParamLeaf): ParamLeaf[] =>
  leaf.in ? leaf.in.map((is) => ({ param: leaf.param, is })) : [leaf];

export const isSound = ({ param, is, in: values, starts, contains, like }: Unchecked): boolean =>
  typeof param === "string" &&
  [is, starts, contains, like, ...(Array.isArray(values) ? values : [])].every(
    (value) => value === undefined || typeof value === "string",
  ) &&
  (values === undefined || Array.isArray(values));

export const problems = paramProblems;

export function describe({ param }: ParamLeaf, { url }: Facts): string {
  const value = paramIn(url, param);
  return value ? `the parameter is ${quote(value)}` : "the parameter is absent";
}

const COMPARED = {
  en: {
    is: (value: string) => `equal to “${value}”`,
    in: (value: string) => `one of ${value}`,
    starts: (value: string) => `starting with “${value}”`,
    contains: (value: string) => `containing “${value}”`,
    like: (value: string) => `like “${value}”`,
  },
  fr: {
    is: (value: string) => `égal à « ${value} »`,
    in: (value: string) => `parmi ${value}`,
    starts: (value: string) => `qui commence par « ${value} »`,
    contains: (value: string) => `qui contient « ${value} »`,
    like: (value: string) => `de la forme « ${value} »`,
  },
} as const;

const inWords = (leaf: ParamLeaf, language: keyof typeof COMPARED): string =>
  comparisonsOf(leaf)
    .map(([key, wanted]) => ` ${COMPARED[language][key]([wanted].flat().join(", "))}`)
    .join("");

export const words = {
  en: (leaf: ParamLeaf) => `parameter ${leaf.param}${inWords(leaf, "en")}`,
  fr: (leaf: ParamLeaf) => `paramètre ${leaf.param}${inWords(leaf, "fr")}`,
};
