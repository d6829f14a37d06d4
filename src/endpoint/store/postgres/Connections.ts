import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StoreUnavailable } from "../Store.ts";

/** Connections of one process. */
const MAX_CONNECTIONS = 10;
/** No statement runs longer (ms): what a process has sent is over by then, whatever became of the process. */
export const STATEMENT_MS = 10_000;
/** An answer that has not come then never will (ms). */
const ANSWER_MS = STATEMENT_MS + 2_000;
const CONNECT_MS = 3_000;
/** A database that fails over may be back within this (ms); then it is a 503. */
const TRY_FOR_MS = 5_000;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 500;

/** Two transactions stood in each other's way: one of them is to be tried again. */
const CONFLICTS = new Set(["40001", "40P01"]);
/** The server goes away, comes up, is full, or has become a copy of another. */
const GONE = /^(08|57P0|53[0-4]|25006)/;
const LOST = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOENT)/;
const LOST_SAYS =
  /connection (terminated|timeout)|timeout exceeded|read timeout|not queryable|client was closed/i;

type Failure = Error & { code?: string };

const isConflict = ({ code = "" }: Failure) => CONFLICTS.has(code);
const isGone = ({ code = "", message }: Failure) =>
  GONE.test(code) || LOST.test(code) || LOST_SAYS.test(message);

export interface Statement {
  text: string;
  values?: unknown[];
  /** Planned once a connection. */
  name?: string;
}

/** Runs statements: on any connection, or on that of a transaction. */
export interface Runner {
  // biome-ignore lint/suspicious/noExplicitAny: what a row holds stands in the statement
  run<Row extends object = any>(statement: Statement): Promise<{ rows: Row[]; count: number }>;
}

/**
 * Connections to the database. What failed because the connection was lost, or because of another transaction, is
 * tried again for some seconds: so everything that is run here must be harmless when it is run twice.
 */
export class Connections implements Runner {
  readonly #pool: pg.Pool;
  /** Those that have our settings. */
  readonly #ready = new WeakSet<pg.PoolClient>();

  constructor(url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      idleTimeoutMillis: 30_000,
      query_timeout: ANSWER_MS,
      keepAlive: true,
      application_name: "mgt",
    });
    // An idle connection that is lost is replaced by the next one that is asked for.
    this.#pool.on("error", () => {});
    this.#pool.on("connect", (client) => client.on("error", () => {}));
  }

  run<Row extends object>(statement: Statement): Promise<{ rows: Row[]; count: number }> {
    return this.#retried((client) => runOn<Row>(client, statement));
  }

  /** All of it or nothing; the whole is tried again where it met another transaction. */
  transaction<T>(work: (runner: Runner) => Promise<T>, mode = ""): Promise<T> {
    return this.#retried(async (client) => {
      await client.query(`BEGIN ${mode}`);
      try {
        const result = await work({ run: (statement) => runOn(client, statement) });
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #retried<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const end = performance.now() + TRY_FOR_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
      try {
        return await this.#once(work);
      } catch (error) {
        const failure = error as Failure;
        if (!isConflict(failure) && !isGone(failure)) throw unavailable(failure);
        if (performance.now() > end) throw unavailable(failure);
        await sleep(pause * (0.5 + Math.random()));
      }
    }
  }

  async #once<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      if (!this.#ready.has(client)) {
        for (const text of SETTINGS) await client.query(text);
        this.#ready.add(client);
      }
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // One that may be out of step is not used again.
      client.release(isGone(error as Failure));
      throw error;
    }
  }
}

/** `synchronous_commit`: what is acknowledged is durable, whatever the server's default. */
const SETTINGS = [`SET statement_timeout = ${STATEMENT_MS}`, "SET synchronous_commit = on"];

async function runOn<Row extends object>(client: pg.PoolClient, { text, values, name }: Statement) {
  const { rows, rowCount } = await client.query<Row>({
    text,
    ...(values && { values }),
    ...(name && { name }),
  });
  return { rows, count: rowCount ?? 0 };
}

function unavailable(error: Failure): Error {
  // Several addresses that all refuse are one error without a message.
  return error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable(error.message || error.code, { cause: error });
}
