import type { Deed, Known, StandingRow, Yes, YesRow } from "../page/visit/standing.ts";
import * as standing from "../page/visit/standing.ts";

/** The tables of `standing.ts` in words, as the documents print them: what is promised is what is run. */

export type Language = "en" | "fr";
type Text = Readonly<Record<Language, string>>;
type NamesOf<T> = {
  [K in keyof typeof standing]: (typeof standing)[K] extends T ? K : never;
}[keyof typeof standing];

export const YES_TEXTS: Record<NamesOf<YesRow>, Text> = {
  endedByNo: { en: "A refusal ends any yes.", fr: "Un refus met fin à tout oui." },
  spokenAnew: {
    en: "A yes said to the site itself is a new one.",
    fr: "Un oui donné au site lui-même est un nouveau oui.",
  },
  usedUpByErasure: {
    en: "A yes under which the visitor was erased is used up.",
    fr: "Un oui sous lequel le visiteur a été effacé est épuisé.",
  },
  firstYes: { en: "A first yes counts.", fr: "Un premier oui compte." },
};

export const STANDING_TEXTS: Record<NamesOf<StandingRow>, Text> = {
  refusedUnseen: {
    en: "Refused on a page that is not shown yet: nothing is looked at.",
    fr: "Refus sur une page pas encore affichée : rien n'est consulté.",
  },
  refused: {
    en: "Refused or withdrawn: everything goes at once.",
    fr: "Refus ou retrait : tout disparaît aussitôt.",
  },
  usedUp: {
    en: "Erased under this yes: nothing is kept until a new one.",
    fr: "Effacé sous ce oui : rien n'est gardé jusqu'à un nouveau oui.",
  },
  grantedAnew: {
    en: "Erased, then granted anew: a new visitor begins.",
    fr: "Effacé, puis nouveau oui : un nouveau visiteur commence.",
  },
  granted: { en: "Granted: the visitor is remembered.", fr: "Oui : le visiteur est retenu." },
  erased: {
    en: "Erased in another tab: this one stops.",
    fr: "Effacé dans un autre onglet : celui-ci s'arrête.",
  },
  undecided: {
    en: "Not decided, or not shown yet: numbers are worked out in memory.",
    fr: "Pas de choix, ou page pas encore affichée : les numéros sont déterminés en mémoire.",
  },
};

const DEED_TEXTS: Record<Deed, Text> = {
  halt: {
    en: "what is on its way is aborted, the page views held are dropped but for the arrival and the current one",
    fr: "les envois en cours sont interrompus, les pages vues retenues sont oubliées sauf l'arrivée et l'actuelle",
  },
  forget: {
    en: "cookie and session are deleted, a withdrawal that names the receipt is recorded if there was one",
    fr: "cookie et session sont supprimés, un retrait qui nomme le récépissé est consigné s'il y en avait un",
  },
  replay: {
    en: "the numbers are worked out in memory, from the page views held and what an earlier consent left, if anything",
    fr: "les numéros sont calculés en mémoire, d'après les pages vues retenues et ce qu'un consentement antérieur a laissé, s'il y en a un",
  },
  keep: {
    en: "a consent without a receipt is recorded, cookie and session are written, what the mode collects is sent",
    fr: "un consentement sans récépissé est consigné, cookie et session sont écrits, ce que le mode collecte est envoyé",
  },
};

const YES: Record<Yes, Text> = {
  awaited: { en: "none", fr: "aucun" },
  "in force": { en: "counts", fr: "compte" },
  "used up": { en: "used up", fr: "épuisé" },
};

/** How each fact is said, by its value. */
const IN_WORDS: { [K in keyof Known]: (value: Known[K], language: Language) => string } = {
  word: (word, language) =>
    ({
      yes: { en: "consent: yes", fr: "consentement : oui" },
      no: { en: "consent: no", fr: "consentement : non" },
      undecided: { en: "consent: undecided", fr: "consentement : pas de choix" },
    })[word][language],
  latestYes: (yes, language) =>
    `${{ en: "latest yes: ", fr: "dernier oui : " }[language]}${YES[yes][language]}`,
  mayAct: (may, language) =>
    may
      ? { en: "page shown, mode may store", fr: "page affichée, le mode stocke" }[language]
      : {
          en: "page not shown, or mode stores nothing",
          fr: "page non affichée, ou mode qui ne stocke rien",
        }[language],
  hasSpoken: (_, language) => ({ en: "the site has just spoken", fr: "le site vient de parler" })[language],
  wasErased: (_, language) => ({ en: "the visitor was erased", fr: "le visiteur a été effacé" })[language],
};

const OTHERWISE: Text = { en: "otherwise", fr: "sinon" };
const SEMICOLON: Text = { en: "; ", fr: " ; " };
const NOTHING: Text = { en: "nothing", fr: "rien" };
const HEADS: Record<Language, readonly [string, string, string]> = {
  en: ["Case", "When (the first row that holds)", "What is done"],
  fr: ["Cas", "Quand (la première ligne qui s'applique)", "Ce qui est fait"],
};

function said(when: Partial<Known>, language: Language): string {
  const facts = (Object.keys(when) as (keyof Known)[]).map((fact) =>
    (IN_WORDS[fact] as (value: unknown, language: Language) => string)(when[fact], language),
  );
  return facts.join(SEMICOLON[language]) || OTHERWISE[language];
}

/** The name under which `standing.ts` exports a row. */
const nameOf = <T extends YesRow | StandingRow>(row: T): NamesOf<T> =>
  (Object.entries(standing).find(([, value]) => value === row) as [NamesOf<T>, T])[0];

const markdown = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");

/** What becomes of a "yes", and what is done in each case: two tables in Markdown. */
export function standingTable(language: Language): string {
  const heads = HEADS[language];
  const line = heads.map(() => "---");
  const yesRows = standing.YES_ROWS.map((row) => [
    YES_TEXTS[nameOf(row)][language],
    said(row.when, language),
    IN_WORDS.latestYes(row.gives, language),
  ]);
  const rows = standing.STANDING_ROWS.map((row) => [
    STANDING_TEXTS[nameOf(row)][language],
    said(row.when, language),
    row.gives.map((deed) => DEED_TEXTS[deed][language]).join(SEMICOLON[language]) || NOTHING[language],
  ]);
  return `${markdown([heads, line, ...yesRows])}\n${markdown([heads, line, ...rows])}`;
}
