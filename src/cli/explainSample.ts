import { ArrivalError, type Explained, explainFacts, isReferrer } from "../explain/explain.ts";
import type { Site } from "../vocabulary/site.ts";
import { matches } from "../vocabulary/when/matches.ts";
import { arrivalOf } from "./arrivalOf.ts";
import type { Io } from "./Io.ts";
import { sampleRow } from "./readSample.ts";
import { siteNamed } from "./readSites.ts";
import { InputError } from "./UsageError.ts";

interface Wins {
  site: string;
  id: string;
  /** Rows that it won. */
  wins: number;
  /** Rows that it matched, but that an earlier condition won. */
  shadowed: number;
}

/** Columns whose text may be no address: browsers give no referrer then. */
const REFERRERS = ["referrer", "first_referrer"] as const;

/**
 * Explains row after row and writes each at once: a hundred thousand answers are more than memory should hold.
 *
 * @returns 0 fine, 1 rows that cannot be explained
 */
export function explainSample(
  sites: readonly Site[],
  key: string | undefined,
  rows: readonly unknown[],
  io: Io,
  asJson: boolean | undefined,
): number {
  // Told before anything is written: no row can put it right.
  if (key !== undefined || (sites.length > 1 && rows.some((row) => sampleRow(row).site === undefined)))
    siteNamed(sites, key);
  const told = asJson ? jsonWriter(io) : lineWriter(io);
  const counts = new Map<Site, Wins[]>();
  let unreadable = 0;
  let faults = 0;
  for (const [index, raw] of rows.entries()) {
    const row = sampleRow(raw);
    const clean = { ...row };
    for (const column of REFERRERS)
      if (!isReferrer(String(row[column] ?? ""))) {
        unreadable++;
        delete clean[column];
      }
    try {
      const site = siteNamed(sites, row.site === undefined ? key : String(row.site));
      const explained = explainFacts(site, arrivalOf(clean));
      told.row(index + 1, explained);
      count(winsOf(site, counts), site, explained);
    } catch (error) {
      if (!(error instanceof ArrivalError || error instanceof InputError)) throw error;
      faults++;
      told.fault(
        index + 1,
        error instanceof ArrivalError ? `${error.field}: ${error.message}` : error.message,
      );
    }
  }
  const conditions = sites.flatMap((site) => counts.get(site) ?? []);
  told.summary(unreadable, conditions);
  return faults > 0 ? 1 : 0;
}

function winsOf(site: Site, counts: Map<Site, Wins[]>): Wins[] {
  const known = counts.get(site);
  if (known) return known;
  const made = site.conditions.map(({ id }) => ({ site: site.key, id, wins: 0, shadowed: 0 }));
  counts.set(site, made);
  return made;
}

function count(wins: readonly Wins[], site: Site, { explanation, facts }: Explained): void {
  if (!explanation.condition) return;
  const winner = explanation.tried.length - 1;
  for (const [index, one] of wins.entries()) {
    const { when } = site.conditions[index] ?? {};
    if (index === winner) one.wins++;
    else if (index > winner && when && matches(when, facts)) one.shadowed++;
  }
}

interface Writer {
  row(number: number, explained: Explained): void;
  fault(number: number, message: string): void;
  summary(unreadable: number, conditions: readonly Wins[]): void;
}

/** A row a line, so that a big answer can be read line by line. */
function jsonWriter(io: Io): Writer {
  let held: string | undefined;
  io.out('{ "rows": [');
  const line = (next: string | undefined) => {
    if (held !== undefined) io.out(next === undefined ? held : `${held},`);
    held = next;
  };
  return {
    row: (_, { explanation }) => line(JSON.stringify(explanation)),
    fault: (_, error) => line(JSON.stringify({ error })),
    summary(unreadable, conditions) {
      line(undefined);
      io.out(`], "summary": ${JSON.stringify({ unreadable, conditions }, null, 2)} }`);
    },
  };
}

function lineWriter(io: Io): Writer {
  return {
    row: (number, { explanation: { condition, reference, source }, facts }) =>
      io.out(
        `${number}. ${facts.url.href}: ${condition || "no condition"} (${source}, ${reference.channel})`,
      ),
    fault: (number, message) => io.out(`${number}. not explained: ${message}`),
    summary(unreadable, conditions) {
      const width = Math.max(9, ...conditions.map(({ site, id }) => site.length + id.length + 1));
      io.out("");
      io.out(`${"condition".padEnd(width)}  wins  shadowed`);
      for (const { site, id, wins, shadowed } of conditions)
        io.out(
          `${`${site}/${id}`.padEnd(width)}  ${String(wins).padStart(4)}  ${String(shadowed).padStart(8)}`,
        );
      if (unreadable > 0) io.out(`referrers that are no address, taken as none: ${unreadable}`);
    },
  };
}
