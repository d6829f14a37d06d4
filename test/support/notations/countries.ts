import type { Country, Row } from "./Country.ts";
import { AU } from "./countries/AU.ts";
import { BE } from "./countries/BE.ts";
import { BR } from "./countries/BR.ts";
import { CH } from "./countries/CH.ts";
import { CN } from "./countries/CN.ts";
import { DE } from "./countries/DE.ts";
import { EG } from "./countries/EG.ts";
import { ES } from "./countries/ES.ts";
import { FR } from "./countries/FR.ts";
import { GB } from "./countries/GB.ts";
import { IL } from "./countries/IL.ts";
import { IN } from "./countries/IN.ts";
import { IR } from "./countries/IR.ts";
import { IT } from "./countries/IT.ts";
import { JP } from "./countries/JP.ts";
import { RU } from "./countries/RU.ts";
import { SA } from "./countries/SA.ts";
import { US } from "./countries/US.ts";
import { generateNegatives } from "./generateNegatives.ts";
import { generatePositives } from "./generatePositives.ts";

export const COUNTRIES: readonly Country[] = [
  AU,
  BE,
  BR,
  CH,
  CN,
  DE,
  EG,
  ES,
  FR,
  GB,
  IL,
  IN,
  IR,
  IT,
  JP,
  RU,
  SA,
  US,
];

/** Hand-written rows first; each string once. */
export const positivesOf = (country: Country): Row[] => [
  ...new Map([...country.positives, ...generatePositives(country)]),
];

export const negativesOf = (country: Country): string[] => [
  ...new Set([...country.negatives, ...generateNegatives(country)]),
];
