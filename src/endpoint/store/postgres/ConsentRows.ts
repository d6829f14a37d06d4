import { type ChainedConsent, chainConsent } from "../rules/consentChain.ts";
import { ERASED, markOf } from "../rules/erasure.ts";
import { ChainWalk, verification } from "../rules/verifyChain.ts";
import type { ConsentQuery, ConsentVerification, LoggedConsent } from "../Store.ts";
import type { Runner } from "./Connections.ts";

interface ConsentRow {
  site: string;
  position: string;
  visitor: string;
  record: string;
  chain: string;
  former: string;
}

const COLUMNS = "site, position, visitor, record, chain, former";

export const columnsOf = ({ position, chain, former, ...record }: ChainedConsent) => {
  const { site, visitor, ...rest } = record;
  const { id, receipt, status, time } = rest;
  return { site, position, id, visitor, receipt, status, time, record: JSON.stringify(rest), chain, former };
};

export const loggedConsent = ({ site, visitor, record }: ConsentRow): LoggedConsent => ({
  ...JSON.parse(record),
  site,
  visitor,
});

export const chainedConsent = (row: ConsentRow): ChainedConsent => ({
  ...loggedConsent(row),
  position: Number(row.position),
  chain: row.chain,
  former: row.former,
});

export async function insertConsents(runner: Runner, records: readonly ChainedConsent[]): Promise<void> {
  await runner.run({
    text: `INSERT INTO mgt_consents (site, position, id, visitor, receipt, status, time, record, chain, former)
      SELECT site, position, id, visitor, receipt, status, time, record, chain, former
      FROM json_to_recordset($1::json) AS g(site text, position bigint, id uuid, visitor text, receipt text,
        status text, time bigint, record text, chain text, former text)
      ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(records.map(columnsOf))],
  });
}

/**
 * Adds records to the chains of their sites. Whoever adds to a chain holds its head: one process at a time.
 * Within a transaction.
 */
export async function addConsents(
  runner: Runner,
  records: readonly LoggedConsent[],
  now: number,
): Promise<void> {
  // Always in the same order: two processes never wait for each other.
  const sites = [...new Set(records.map(({ site }) => site))].sort();
  const added: ChainedConsent[] = [];
  for (const site of sites) {
    const own = records.filter((record) => record.site === site);
    const { position, head } = await holdHead(runner, site);
    const known = await knownIds(runner, site, own);
    const erased = await erasedAmong(runner, site, own, now);
    const chained = chainOn({ position, head }, own, known, erased);
    const last = chained.at(-1);
    if (!last) continue;
    added.push(...chained);
    await runner.run({
      text: "UPDATE mgt_chains SET position = $2, head = $3 WHERE site = $1",
      values: [site, last.position, last.chain],
    });
  }
  if (added.length > 0) await insertConsents(runner, added);
}

function chainOn(
  { position, head }: { position: number; head: string },
  records: readonly LoggedConsent[],
  known: Set<string>,
  erased: Set<string>,
): ChainedConsent[] {
  const chained: ChainedConsent[] = [];
  for (const record of records) {
    if (known.has(record.id)) continue;
    known.add(record.id);
    const previous = chained.at(-1);
    const visitor = erased.has(record.visitor) ? ERASED.consent : record.visitor;
    const chain = chainConsent(previous?.chain ?? head, record);
    chained.push({ ...record, visitor, position: (previous?.position ?? position) + 1, chain, former: "" });
  }
  return chained;
}

async function holdHead(runner: Runner, site: string): Promise<{ position: number; head: string }> {
  await runner.run({
    text: "INSERT INTO mgt_chains (site, position, head) VALUES ($1, 0, '') ON CONFLICT DO NOTHING",
    values: [site],
  });
  const { rows } = await runner.run<{ position: string; head: string }>({
    text: "SELECT position, head FROM mgt_chains WHERE site = $1 FOR UPDATE",
    values: [site],
  });
  return { position: Number(rows[0]?.position ?? 0), head: rows[0]?.head ?? "" };
}

async function knownIds(
  runner: Runner,
  site: string,
  records: readonly LoggedConsent[],
): Promise<Set<string>> {
  const { rows } = await runner.run<{ id: string }>({
    text: "SELECT id FROM mgt_consents WHERE site = $1 AND id = ANY($2::uuid[])",
    values: [site, records.map(({ id }) => id)],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Visitors of these records who were erased within a day. */
async function erasedAmong(
  runner: Runner,
  site: string,
  records: readonly LoggedConsent[],
  now: number,
): Promise<Set<string>> {
  const visitors = new Map(records.map(({ visitor }) => [markOf(site, visitor), visitor]));
  const { rows } = await runner.run<{ mark: string }>({
    text: "SELECT mark FROM mgt_erased WHERE site = $1 AND mark = ANY($2::text[]) AND until > $3",
    values: [site, [...visitors.keys()], now],
  });
  return new Set(rows.map(({ mark }) => visitors.get(mark) ?? ""));
}

/** A withdrawal names no visitor, only the receipt that it ends. */
const OF_VISITOR = (at: string) =>
  `(visitor = ${at} OR receipt IN (SELECT receipt FROM mgt_consents WHERE site = $1 AND visitor = ${at}))`;

export async function findConsents(
  runner: Runner,
  { site, after = 0, before = Number.MAX_SAFE_INTEGER, status, visitor }: ConsentQuery,
): Promise<LoggedConsent[]> {
  const values: unknown[] = [site, after, before];
  const given = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = [
    ...(status === undefined ? [] : [`status = ${given(status, "text")}`]),
    ...(visitor === undefined ? [] : [OF_VISITOR(given(visitor, "text"))]),
  ];
  const { rows } = await runner.run<ConsentRow>({
    text: `SELECT ${COLUMNS} FROM mgt_consents WHERE site = $1 AND time >= $2 AND time < $3
      ${conditions.map((condition) => `AND ${condition}`).join(" ")} ORDER BY position`,
    values,
  });
  return rows.map(loggedConsent);
}

/** Records read at once. */
const HELPING = 2_000;

/** Consents of a site in the order of their chain. */
export async function* chainOf(runner: Runner, site: string): AsyncGenerator<ChainedConsent> {
  for (let last = 0, read = HELPING; read === HELPING; ) {
    const { rows } = await runner.run<ConsentRow>({
      text: `SELECT ${COLUMNS} FROM mgt_consents WHERE site = $1 AND position > $2 ORDER BY position LIMIT ${HELPING}`,
      values: [site, last],
    });
    read = rows.length;
    for (const row of rows) {
      last = Number(row.position);
      yield chainedConsent(row);
    }
  }
}

export async function verifyConsents(runner: Runner, noted?: string): Promise<ConsentVerification> {
  const { rows } = await runner.run<{ site: string }>({
    text: "SELECT site FROM mgt_chains UNION SELECT site FROM mgt_consents ORDER BY site",
  });
  const walks: ChainWalk[] = [];
  for (const { site } of rows) {
    const walk = new ChainWalk(site, noted);
    for await (const record of chainOf(runner, site)) if (!walk.take(record)) break;
    walks.push(walk);
  }
  return verification(walks);
}
