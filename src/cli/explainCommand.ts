import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ArrivalError, type Explained, explainFacts } from "../explain/explain.ts";
import type { Site } from "../vocabulary/site.ts";
import { describeFailure } from "../vocabulary/when/describeFailure.ts";
import { arrivalOf } from "./arrivalOf.ts";
import { explainSample } from "./explainSample.ts";
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
  --json             { "entry", "channel", "by", "reference": { "channel", "by", "landing" }, "source", "condition",
                     "to_swap", "tried" }: "channel" is this page view's own, "reference" what the conditions saw;
                     of a sample { "rows": [ the same, or { "error" } ], "summary": { "unreadable", "conditions":
                     [ { "site", "id", "wins", "shadowed" } ] } }: "shadowed" counts the rows that matched but that an
                     earlier condition won, "unreadable" the referrers that are no address, which are taken as none

Exit: 0 fine, 1 errors in the configuration or rows that cannot be explained, 2 wrong usage`;

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

  if (sample !== undefined)
    return explainSample(sites, key, readSample(readText(resolve(io.cwd, sample))), io, asJson);
  const site = siteNamed(sites, key);
  const options = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.replace("-", "_"), value]),
  );
  const explained = explainOptions(site, options);
  if (asJson) io.out(JSON.stringify(explained.explanation, null, 2));
  else for (const line of explanationLines(site, explained)) io.out(line);
  return 0;
}

/** One arrival, by the options of the command. */
function explainOptions(site: Site, options: SampleRow): Explained {
  try {
    return explainFacts(site, arrivalOf(options));
  } catch (error) {
    if (!(error instanceof ArrivalError)) throw error;
    throw new InputError(`--${error.field.replace("_", "-")}: ${error.message}`);
  }
}

const byWords = (by: string) => (by ? `, by ${by}` : "");

function explanationLines(site: Site, { explanation, facts }: Explained): string[] {
  const { entry, channel, by, reference, source, condition, to_swap, tried } = explanation;
  const stays = !entry || reference.channel !== channel || reference.by !== by;
  return [
    `site       ${site.key} (${site.mode})`,
    `entry      ${entry ? "yes" : "no: the entry before it stays in force"}`,
    `channel    ${channel}${byWords(by)}`,
    // What the view itself amounts to says nothing of the number where an earlier entry stays in force.
    ...(stays ? [`reference  ${reference.landing}: ${reference.channel}${byWords(reference.by)}`] : []),
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

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
