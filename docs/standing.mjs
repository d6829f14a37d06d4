import { STANDING_ROWS, YES_ROWS } from "../src/page/visit/standing.ts";
import { table } from "./table.mjs";

/** Words for each fact and deed of the tables in `src/page/visit/standing.ts`, by language. */
export const STANDING_TEXTS = {
  en: {
    head: ["", "where", "is done"],
    yesHead: ["", "where", "the latest yes"],
    facts: {
      word: { yes: "**yes**", no: "**no**", undecided: "not decided" },
      latestYes: {
        awaited: "no yes has been heard",
        "in force": "a yes was in force",
        "used up": "the visitor was erased since the latest yes",
      },
      mayAct: { true: "the page is shown and the mode stores", false: "the page is not shown yet" },
      hasSpoken: { true: "the site has just spoken itself" },
      wasErased: { true: "the visitor has just been erased" },
    },
    anything: "anything else",
    and: "; ",
    deeds: {
      halt: "what is on its way is aborted, views held are dropped",
      forget: "cookie and session are deleted; a withdrawal is sent if there was a receipt",
      replay: "the views held are gone through on top of what is stored, in memory",
      keep: "cookie and session are written, the consent record and what the mode collects are sent",
    },
    nothing: "nothing is stored, nothing is sent",
    yes: { awaited: "is forgotten", "in force": "counts", "used up": "counts no more" },
  },
  fr: {
    head: ["", "quand", "ce qui est fait"],
    yesHead: ["", "quand", "le dernier oui"],
    facts: {
      word: { yes: "**oui**", no: "**non**", undecided: "pas encore décidé" },
      latestYes: {
        awaited: "aucun oui n'a été entendu",
        "in force": "un oui était en vigueur",
        "used up": "le visiteur a été effacé depuis le dernier oui",
      },
      mayAct: {
        true: "la page est affichée et le mode enregistre",
        false: "la page n'est pas encore affichée",
      },
      hasSpoken: { true: "le site vient de parler lui-même" },
      wasErased: { true: "le visiteur vient d'être effacé" },
    },
    anything: "tout autre cas",
    and: "\u00a0; ",
    deeds: {
      halt: "ce qui est en route est interrompu, les vues retenues sont abandonnées",
      forget: "cookie et session sont supprimés\u00a0; un retrait est envoyé s'il y avait un récépissé",
      replay: "les vues retenues sont rejouées sur ce qui est enregistré, en mémoire",
      keep: "cookie et session sont écrits, la preuve et ce que le mode collecte sont envoyés",
    },
    nothing: "rien n'est enregistré, rien n'est envoyé",
    yes: { awaited: "est oublié", "in force": "compte", "used up": "ne compte plus" },
  },
};

/** A word that the table of the code has and this one lacks must not be left out in silence. */
function wordFor(words, key, what) {
  if (!Object.hasOwn(words, String(key)))
    throw new Error(`docs/standing.mjs has no words for ${what} ${key}`);
  return words[String(key)];
}

function conditionOf({ when }, texts) {
  const facts = Object.entries(when).map(([fact, value]) =>
    wordFor(wordFor(texts.facts, fact, "the fact"), value, fact),
  );
  return facts.join(texts.and) || texts.anything;
}

/** The two tables that decide what is done, as Markdown: of each the first row that holds counts. */
export function standingTable(texts) {
  const yes = YES_ROWS.map((row, index) => [
    `${index + 1}`,
    conditionOf(row, texts),
    wordFor(texts.yes, row.then, "the yes"),
  ]);
  const standings = STANDING_ROWS.map((row, index) => [
    `${index + 1}`,
    conditionOf(row, texts),
    row.then.map((deed) => wordFor(texts.deeds, deed, "the deed")).join(texts.and) || texts.nothing,
  ]);
  return `${table(texts.yesHead, yes)}\n\n${table(texts.head, standings)}`;
}
