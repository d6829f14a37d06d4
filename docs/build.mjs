/**
 * Writes what the documents take from the code, between `<!-- generated: … -->` and `<!-- /generated -->`, and
 * puts `managers.md` together from the managers' own READMEs.
 *
 *   node docs/build.mjs            writes
 *   node docs/build.mjs --check    fails where a document differs
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { standingTable } from "../src/explain/standingTable.ts";
import { FACTS } from "../src/managers/facts.ts";
import { MANAGER_NAMES } from "../src/vocabulary/managers.ts";
import { MODE_ALIASES, MODES } from "../src/vocabulary/modes.ts";
import { table } from "./table.mjs";
import { WORDS } from "./words.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes("--check");
const read = (path) => readFileSync(join(root, path), "utf8");

const README = { en: "README.md", fr: "README.fr.md" };
const code = (text) => `\`${text}\``;

/** Anchor that GitHub gives a heading. */
const anchor = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");

const readme = (name, language) => read(`src/managers/${name}/${README[language]}`);
const titleOf = (name, language) => /^# (.+)$/m.exec(readme(name, language))?.[1] ?? name;

/** The managers, in the order in which `auto` hears them: what counts with each, and what it was tried with. */
function managers(language) {
  const words = WORDS[language].managers;
  const linked = (name) => `[${titleOf(name, language)}](#${anchor(titleOf(name, language))})`;
  const rows = MANAGER_NAMES.map((name) => {
    const { settings, package: npm, tried = [] } = FACTS[name];
    const real = npm && [words.real(code(npm)), ...tried.slice(-1)].join(" ");
    return [
      linked(name),
      code(name),
      settings.map((setting) => code(setting)).join(", ") || code("mgt('consent', …)"),
      real || (name === "manual" ? words.own : words.double),
    ];
  });
  const tiers = [0, 1, 2].map((tier) => {
    const names = MANAGER_NAMES.filter((name) => name !== "manual" && FACTS[name].tier === tier);
    return `${tier + 1}. ${words.tiers[tier]}${words.colon} ${names.map((name) => FACTS[name].label).join(", ")}`;
  });
  const renamed = MANAGER_NAMES.filter((name) => FACTS[name].analytics).map(
    (name) => `${FACTS[name].label} ${code(FACTS[name].analytics)}`,
  );
  return {
    table: table(words.head, rows),
    tiers: tiers.join("\n"),
    analytics: `${words.analytics} ${renamed.join(", ")}.`,
  };
}

/** What each mode may do, from the one table that decides it. */
function modes(language) {
  const words = WORDS[language].modes;
  const aliasOf = (name) => Object.entries(MODE_ALIASES).find(([, mode]) => mode === name)?.[0];
  const rows = Object.entries(MODES).map(([name, mode]) => [
    [code(name), aliasOf(name) && `(${code(aliasOf(name))})`].filter(Boolean).join(" "),
    mode.conditions ? words.byCondition : words.always,
    mode.storage ? words.yes : words.none,
    words.consent[mode.consent],
    mode.collects.map((type) => words.collects[type]).join(" + ") ||
      (mode.storage ? words.proof : words.nothing),
    mode.probabilistic ? words.yes : words.no,
  ]);
  return table(words.head, rows);
}

const BLOCKS = {
  managers: (language) => managers(language).table,
  tiers: (language) => managers(language).tiers,
  analytics: (language) => managers(language).analytics,
  modes,
  standing: (language) => standingTable(language).trim(),
};

const filled = (text, language) =>
  text.replace(/(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g, (whole, open, name, close) =>
    name in BLOCKS ? `${open}${BLOCKS[name](language)}\n${close}` : whole,
  );

/** A manager's README as a section: headings one level lower, links from where the page is. */
function section(name, language) {
  const [useful] = readme(name, language).split(/^## (?:The|Le) double$/m);
  const source = `../../src/managers/${name}/README.md`;
  const isDouble = useful !== readme(name, language);
  return `${useful
    .trim()
    .replace(/^(#+) /gm, "#$1 ")
    .replace(/\]\(README\.md/g, `](${source}`)}${
    isDouble ? `\n\n[${WORDS[language].managers.described}](${source}#the-double)` : ""
  }`;
}

const pages = ["en", "fr"].flatMap((language) => {
  const folder = `docs/${language}`;
  const names = readdirSync(join(root, folder)).filter(
    (name) => name.endsWith(".md") && name !== "managers.md",
  );
  const own = names.map((name) => ({
    path: `${folder}/${name}`,
    text: filled(read(`${folder}/${name}`), language),
  }));
  const intro = own.find(({ path }) => path.endsWith("managers.intro.md"))?.text.trim();
  const sections = MANAGER_NAMES.map((name) => section(name, language));
  return [
    ...own,
    { path: README[language], text: filled(read(README[language]), language) },
    {
      path: `${folder}/managers.md`,
      text: `${WORDS[language].managers.notice}\n\n${[intro, ...sections].join("\n\n")}\n`,
    },
  ];
});

const isOld = ({ path, text }) => {
  try {
    return read(path) !== text;
  } catch {
    return true;
  }
};
const old = pages.filter(isOld);
if (!check) for (const { path, text } of old) writeFileSync(join(root, path), text);
else if (old.length > 0) {
  console.error(
    `documents that are not what the code says; run "npm run docs" and commit:\n  ${old.map(({ path }) => path).join("\n  ")}`,
  );
  process.exitCode = 1;
}
