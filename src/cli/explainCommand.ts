import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Arrival,
  ArrivalError,
  type Explanation,
  explainFacts,
  failedLeaf,
} from "../explain/explain.ts";
import type { Site } from "../vocabulary/site.ts";
import { describeFailure } from "../vocabulary/when/describeFailure.ts";
import type { Facts } from "../vocabulary/when/Facts.ts";
import type { Io } from "./Io.ts";
import { parseOptions } from "./parseOptions.ts";
import { readSample, type SampleRow } from "./readSample.ts";
import { readSites, siteNamed } from "./readSites.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const EXPLAIN_HELP = `mgt explain [config] --site KEY --url U --referrer R [options]
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

const OPTIONS = {
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
  sample: { type: "string" },
} as const;

interface Result {
  site: Site;
  explanation: Explanation;
  facts: Facts;
}

/** `mgt explain`: 0 fine, 1 the configuration has errors. */
export async function explainCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, OPTIONS, 1);
  if (values.help) {
    io.out(EXPLAIN_HELP);
    return 0;
  }
  const { sample, site: key, json: asJson, help: _help, ...given } = values;
  const named = Object.keys(given);
  if (sample === undefined && given.url === undefined) throw new UsageError("--url or --sample is missing");
  if (sample !== undefined && named.length > 0)
    throw new UsageError(`--sample and --${named[0]} exclude each other`);

  const sites = readSites(positionals[0], io, asJson);
  if (!sites) return 1;

  if (sample === undefined) {
    const site = siteNamed(sites, key);
    const row = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name.replace("-", "_"), value]),
    );
    const result = resultOf(site, row, (field) => `--${field.replace("_", "-")}: `);
    if (asJson) io.out(JSON.stringify(result.explanation, null, 2));
    else for (const line of explanationLines(result)) io.out(line);
    return 0;
  }
  const results = readSample(readText(resolve(io.cwd, sample))).map((row, index) =>
    resultOf(
      siteNamed(sites, row.site === undefined ? key : String(row.site), `row ${index + 1}: `),
      row,
      (field) => `row ${index + 1}: ${field}: `,
    ),
  );
  const conditions = summaryOf(sites, results);
  if (asJson)
    io.out(
      JSON.stringify(
        { rows: results.map(({ explanation }) => explanation), summary: { conditions } },
        null,
        2,
      ),
    );
  else for (const line of sampleLines(results, conditions)) io.out(line);
  return 0;
}

function resultOf(site: Site, row: SampleRow, place: (field: string) => string): Result {
  const { pages, at, site: _site, ...texts } = row;
  const arrival = {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)])),
    ...(pages === undefined ? {} : { pages: Number(pages) }),
    ...(at === undefined ? {} : { at }),
  } as Arrival;
  try {
    return { site, ...explainFacts(site, arrival) };
  } catch (error) {
    if (!(error instanceof ArrivalError)) throw error;
    throw new InputError(`${place(error.field)}${error.message}`);
  }
}

interface Wins {
  site: string;
  id: string;
  /** Rows that it won. */
  wins: number;
  /** Rows that it matched, but that an earlier condition won. */
  shadowed: number;
}

/** Every condition of the sites that the rows are of, in the order of the file. */
function summaryOf(sites: readonly Site[], results: readonly Result[]): Wins[] {
  return sites
    .map((site) => ({ site, rows: results.filter((result) => result.site === site) }))
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ site, rows }) =>
      site.conditions.map(({ id, when }) => ({
        site: site.key,
        id,
        wins: rows.filter(({ explanation }) => explanation.condition === id).length,
        shadowed: rows.filter(
          ({ explanation, facts }) =>
            explanation.condition !== "" && explanation.condition !== id && failedLeaf(when, facts) === null,
        ).length,
      })),
    );
}

function explanationLines({ site, explanation, facts }: Result): string[] {
  const { entry, channel, by, source, condition, to_swap, tried } = explanation;
  return [
    `site       ${site.key} (${site.mode})`,
    `entry      ${entry ? "yes" : "no: the entry before it stays in force"}`,
    `channel    ${channel}${by ? `, by ${by}` : ""}`,
    `source     ${source}`,
    `condition  ${condition || "none matches"}`,
    ...tried.map(({ id, matched, failed }) =>
      matched ? `  + ${id}: matches` : `  - ${id}: ${failed ? describeFailure(failed, facts) : ""}`,
    ),
    ...(to_swap.length === 0 ? ["numbers    the owner's own, nothing is replaced"] : []),
    ...to_swap.map(
      ({ number, tracked }, index) => `${index === 0 ? "numbers" : "       "}    ${number} -> ${tracked}`,
    ),
  ];
}

function sampleLines(results: readonly Result[], conditions: readonly Wins[]): string[] {
  const width = Math.max(9, ...conditions.map(({ site, id }) => site.length + id.length + 1));
  return [
    ...results.map(
      ({ explanation: { condition, channel, source }, facts }, index) =>
        `${index + 1}. ${facts.url.href}: ${condition || "no condition"} (${source}, ${channel})`,
    ),
    "",
    `${"condition".padEnd(width)}  wins  shadowed`,
    ...conditions.map(
      ({ site, id, wins, shadowed }) =>
        `${`${site}/${id}`.padEnd(width)}  ${String(wins).padStart(4)}  ${String(shadowed).padStart(8)}`,
    ),
  ];
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
