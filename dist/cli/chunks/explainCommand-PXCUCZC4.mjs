import {
  ArrivalError,
  explainFacts,
  failedLeaf
} from "./chunk-WDSVOEML.mjs";
import "./chunk-HTBAKS4L.mjs";
import {
  configurationFile,
  readConfiguration
} from "./chunk-QQYXQANC.mjs";
import "./chunk-BN34JTAQ.mjs";
import "./chunk-EKFFRSDW.mjs";
import {
  count,
  parseOptions,
  problemLines
} from "./chunk-JPWWSZFR.mjs";
import {
  InputError,
  UsageError
} from "./chunk-VGKXINQR.mjs";

// src/cli/explainCommand.ts
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";

// src/cli/describeFailure.ts
var quote = (value) => JSON.stringify(value);
var FOUND = {
  param: ({ url }, { param }) => {
    const value = url.searchParams.get(String(param));
    return value ? `the parameter is ${quote(value)}` : "the parameter is absent";
  },
  referrer: ({ host }) => host ? `the referrer is ${host}` : "there is no referrer",
  channel: ({ channel }) => `the channel is ${channel}`,
  landing: ({ url }) => `the landing page is ${url.pathname}`,
  page: ({ view }) => `the page is ${new URL(view.url).pathname}`,
  pages: ({ view }) => `pages viewed: ${view.pages}`,
  language: ({ view }) => view.language ? `the language is ${view.language}` : "no language was given",
  device: ({ view }) => `the device is ${view.device}`,
  hours: ({ view }) => `the time is ${new Date(view.at).toISOString()}`,
  not: () => "what it excludes holds"
};
function describeFailure(leaf, facts) {
  const key = Object.keys(leaf).find((name) => Object.hasOwn(FOUND, name)) ?? "";
  const found = FOUND[key]?.(facts, leaf);
  return `${quote(leaf)}${found ? `, but ${found}` : ""}`;
}

// src/cli/readSample.ts
import Papa from "papaparse";
var SAMPLE_COLUMNS = [
  "url",
  "referrer",
  "site",
  "page",
  "pages",
  "first_url",
  "first_referrer",
  "at",
  "language",
  "device"
];
function readSample(text) {
  const content = text.replace(/^\uFEFF/, "");
  const raw = /^\s*[[{]/.test(content) ? jsonRows(content) : csvRows(content);
  return raw.map((row, index) => sampleRow(row, index + 1));
}
function jsonRows(text) {
  let rows;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    throw new InputError(`the sample is not JSON: ${error.message}`);
  }
  if (!Array.isArray(rows)) throw new InputError("the sample is an array of rows");
  return rows;
}
function csvRows(text) {
  const { data, errors, meta } = Papa.parse(text, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (header) => header.trim(),
    delimitersToGuess: [",", ";", "	"]
  });
  const [error] = errors.filter(({ code }) => code !== "UndetectableDelimiter" && code !== "TooFewFields");
  if (error) {
    const row = (error.row ?? 0) + (error.type === "Quotes" ? 0 : 1);
    throw new InputError(`row ${row} of the sample: ${error.message}`);
  }
  if (!meta.fields?.includes("url")) throw new InputError('the sample has no column "url"');
  return data;
}
function sampleRow(row, line) {
  const place = `row ${line} of the sample`;
  if (typeof row !== "object" || row === null || Array.isArray(row))
    throw new InputError(`${place} is no object`);
  const clean = {};
  for (const column of SAMPLE_COLUMNS) {
    const value = row[column];
    if (value === void 0 || value === null || value === "") continue;
    if (typeof value !== "string" && typeof value !== "number")
      throw new InputError(`${place}: "${column}" is neither text nor a number`);
    clean[column] = typeof value === "string" ? value.trim() : value;
  }
  if (!clean.url) throw new InputError(`${place} has no "url"`);
  return clean;
}

// src/cli/explainCommand.ts
var EXPLAIN_HELP = `mgt explain [config] --site KEY --url U --referrer R [options]
mgt explain [config] --sample FILE

Says which condition an arrival meets, why the earlier ones did not match, and the numbers shown.

  config             the file; default: MGT_CONFIG, else mgt.config.json here, else the demo's
  --site KEY         the site; may be left out when the file has only one
  --url U            page of arrival: a URL, or a path of the site
  --referrer R       its referrer; none by default
  --page P           the page now, if later than the arrival
  --pages N          pages viewed, the current one included; default 1
  --first-url U0     page of the reference entry that the visitor already has
  --first-referrer R0
  --at ISO           time of the view, such as 2026-11-22T09:30:00+01:00; default now
  --language L       the browser's first language, such as fr-FR
  --device D         mobile or desktop; default desktop
  --sample FILE      many arrivals: JSON or CSV rows of url, referrer, site, page, pages, first_url,
                     first_referrer, at, language, device; all but url optional
  --json             { "entry", "channel", "by", "source", "condition", "to_swap", "tried" }; of a sample
                     { "rows": [ the same ], "summary": { "conditions": [ { "site", "id", "wins", "shadowed" } ] } },
                     "shadowed" counting the rows that matched but that an earlier condition won

Exit: 0 fine, 1 errors in the configuration, 2 wrong usage`;
var OPTIONS = {
  site: { type: "string" },
  url: { type: "string" },
  referrer: { type: "string" },
  page: { type: "string" },
  pages: { type: "string" },
  "first-url": { type: "string" },
  "first-referrer": { type: "string" },
  at: { type: "string" },
  language: { type: "string" },
  device: { type: "string" },
  sample: { type: "string" }
};
async function explainCommand(argv, io) {
  const { values, positionals } = parseOptions(argv, OPTIONS, 1);
  if (values.help) {
    io.out(EXPLAIN_HELP);
    return 0;
  }
  const { sample, site: key, json: asJson, help: _help, ...given } = values;
  const named = Object.keys(given);
  if (sample === void 0 && given.url === void 0) throw new UsageError("--url or --sample is missing");
  if (sample !== void 0 && named.length > 0)
    throw new UsageError(`--sample and --${named[0]} exclude each other`);
  const file = configurationFile(positionals[0], io);
  const { ok, errors, warnings, sites, text } = readConfiguration(file);
  if (errors.some(({ code }) => code === "unreadable")) throw new InputError(errors[0]?.message ?? "");
  if (!ok) {
    if (asJson) io.out(JSON.stringify({ ok, errors, warnings }, null, 2));
    for (const line of problemLines({ errors, warnings: [] }, text)) io.err(line);
    io.err(`${relative(io.cwd, file) || file}: ${count(errors.length, "error")}`);
    return 1;
  }
  if (sample === void 0) {
    const site = siteNamed(sites, key);
    const row = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name.replace("-", "_"), value])
    );
    const result = resultOf(site, row, (field) => `--${field.replace("_", "-")}: `);
    if (asJson) io.out(JSON.stringify(result.explanation, null, 2));
    else for (const line of explanationLines(result)) io.out(line);
    return 0;
  }
  const results = readSample(readText(resolve(io.cwd, sample))).map(
    (row, index) => resultOf(
      siteNamed(sites, row.site === void 0 ? key : String(row.site), `row ${index + 1}: `),
      row,
      (field) => `row ${index + 1}: ${field}: `
    )
  );
  const conditions = summaryOf(sites, results);
  if (asJson)
    io.out(
      JSON.stringify(
        { rows: results.map(({ explanation }) => explanation), summary: { conditions } },
        null,
        2
      )
    );
  else for (const line of sampleLines(results, conditions)) io.out(line);
  return 0;
}
function siteNamed(sites, key, place = "") {
  const keys = sites.map((site2) => site2.key).join(", ");
  if (key === void 0 && sites.length > 1)
    throw new UsageError(`${place}--site is missing: one of ${keys}`);
  const site = key === void 0 ? sites[0] : sites.find((one) => one.key === key);
  if (!site) throw new InputError(`${place}no site "${key}" in the configuration: one of ${keys}`);
  return site;
}
function resultOf(site, row, place) {
  const { pages, at, site: _site, ...texts } = row;
  const arrival = {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)])),
    ...pages === void 0 ? {} : { pages: Number(pages) },
    ...at === void 0 ? {} : { at }
  };
  try {
    return { site, ...explainFacts(site, arrival) };
  } catch (error) {
    if (!(error instanceof ArrivalError)) throw error;
    throw new InputError(`${place(error.field)}${error.message}`);
  }
}
function summaryOf(sites, results) {
  return sites.map((site) => ({ site, rows: results.filter((result) => result.site === site) })).filter(({ rows }) => rows.length > 0).flatMap(
    ({ site, rows }) => site.conditions.map(({ id, when }) => ({
      site: site.key,
      id,
      wins: rows.filter(({ explanation }) => explanation.condition === id).length,
      shadowed: rows.filter(
        ({ explanation, facts }) => explanation.condition !== "" && explanation.condition !== id && failedLeaf(when, facts) === null
      ).length
    }))
  );
}
function explanationLines({ site, explanation, facts }) {
  const { entry, channel, by, source, condition, to_swap, tried } = explanation;
  return [
    `site       ${site.key} (${site.mode})`,
    `entry      ${entry ? "yes" : "no: the entry before it stays in force"}`,
    `channel    ${channel}${by ? `, by ${by}` : ""}`,
    `source     ${source}`,
    `condition  ${condition || "none matches"}`,
    ...tried.map(
      ({ id, matched, failed }) => matched ? `  + ${id}: matches` : `  - ${id}: ${failed ? describeFailure(failed, facts) : ""}`
    ),
    ...to_swap.length === 0 ? ["numbers    the owner's own, nothing is replaced"] : [],
    ...to_swap.map(
      ({ number, tracked }, index) => `${index === 0 ? "numbers" : "       "}    ${number} -> ${tracked}`
    )
  ];
}
function sampleLines(results, conditions) {
  const width = Math.max(9, ...conditions.map(({ site, id }) => site.length + id.length + 1));
  return [
    ...results.map(
      ({ explanation: { condition, channel, source }, facts }, index) => `${index + 1}. ${facts.url.href}: ${condition || "no condition"} (${source}, ${channel})`
    ),
    "",
    `${"condition".padEnd(width)}  wins  shadowed`,
    ...conditions.map(
      ({ site, id, wins, shadowed }) => `${`${site}/${id}`.padEnd(width)}  ${String(wins).padStart(4)}  ${String(shadowed).padStart(8)}`
    )
  ];
}
function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${error.code}`);
  }
}
export {
  EXPLAIN_HELP,
  explainCommand
};
