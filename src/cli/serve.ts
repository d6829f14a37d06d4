import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import type { Problem } from "../endpoint/configuration/Problem.ts";
import { readConfiguration } from "../endpoint/configuration/readConfiguration.ts";
import { watchConfiguration } from "../endpoint/configuration/watchConfiguration.ts";
import { createEndpoint, type Endpoint } from "../endpoint/createEndpoint.ts";
import type { ExtraRoute } from "../endpoint/http/ExtraRoute.ts";
import type { CompilationFailed } from "../endpoint/http/SiteRegistry.ts";
import { keepHouse } from "../endpoint/keepHouse.ts";
import { packageRoot } from "../endpoint/packageRoot.ts";
import { type EndpointSettings, readSettings } from "../endpoint/settings.ts";
import { createMemoryStore, type Told } from "../endpoint/store/createMemoryStore.ts";
import { openStore, withoutPassword } from "../endpoint/store/openStore.ts";
import type { Store } from "../endpoint/store/Store.ts";
import type { Site } from "../vocabulary/site.ts";
import { CONFIGURATION_NAME, configurationFile, ownConfigurationFile } from "./configurationFile.ts";
import type { Io } from "./Io.ts";
import { keepPrivate } from "./keepPrivate.ts";
import { parseOptions } from "./parseOptions.ts";
import { problemLines } from "./problemLines.ts";
import { InputError, UsageError } from "./UsageError.ts";

export const SERVE_HELP = `mgt serve [--config F] [--demo] [--memory] [--json]

Runs the endpoint until SIGTERM or SIGINT.

  --config F   the configuration; default: MGT_CONFIG, else mgt.config.json here; with --demo, else the demo's
  --demo       adds the demo at /demo/, with its own sites
  --memory     keeps nothing on disk, and prints each event and consent record: for the tests of an integration
  --json       the addresses as one line: { "listening", "demo" }

Environment: PORT (8787), HOST (127.0.0.1), MGT_CONFIG, MGT_DATA (data/), DATABASE_URL (postgres://…
instead of a file in MGT_DATA), MGT_ADMIN_TOKEN (20 characters or more), MGT_TRUST_PROXY, MGT_BOTS=keep,
MGT_RATE (a factor on the limits of requests, bytes and events of an address; 0 = none)

Exit: 0 stopped by a signal, 1 it could not start, 2 wrong usage`;

/** Served silently, the demo's sites would answer for nobody's. */
const NO_CONFIGURATION = `there is no ${CONFIGURATION_NAME} here, and neither --config nor MGT_CONFIG names another.
  mgt init           writes a first one
  mgt serve --demo   shows the demo, which brings its own sites`;

/** `mgt serve`: resolves once the endpoint has stopped. */
export async function serve(argv: readonly string[], io: Io): Promise<number> {
  const options = {
    config: { type: "string" },
    demo: { type: "boolean" },
    memory: { type: "boolean" },
  } as const;
  const { values } = parseOptions(argv, options, 0);
  if (values.help) {
    io.out(SERVE_HELP);
    return 0;
  }
  const port = portNumber(io.env.PORT || "8787");
  const host = io.env.HOST || "127.0.0.1";
  const settings = settingsOf(io);
  const file = values.demo ? configurationFile(values.config, io) : ownConfigurationFile(values.config, io);
  if (!file) throw new InputError(NO_CONFIGURATION);
  const configuration = readConfiguration(file);
  tellProblems(configuration, file, io, configuration.text);
  if (!configuration.ok) return 1;
  const data = values.memory ? undefined : resolve(io.cwd, io.env.MGT_DATA || "data");
  const stop = untilSignal();
  const store = await opened(data, io);
  if (!store) {
    stop.ignore();
    return 1;
  }
  try {
    return await run(
      { port, host, settings, file, sites: configuration.sites, store, data, ...values },
      stop.signal,
      io,
    );
  } finally {
    stop.ignore();
    await store.close();
  }
}

/** @param data folder; without one, what comes is printed and kept in memory */
async function opened(data: string | undefined, io: Io): Promise<Store | undefined> {
  if (data === undefined) return createMemoryStore(printing(io));
  const database = io.env.DATABASE_URL ?? "";
  try {
    keepPrivate(data);
    return await openStore(database, data);
  } catch (error) {
    const what =
      database === "" ? `the data folder ${data}` : `what DATABASE_URL names, ${withoutPassword(database)}`;
    io.err(`mgt serve: cannot open ${what}: ${(error as Error).message}`);
    return undefined;
  }
}

const printing = (io: Io): Told => ({
  events({ site, visitor, events }) {
    for (const event of events) io.out(JSON.stringify({ log: "event", site, visitor, ...event }));
  },
  consent: (record) => io.out(JSON.stringify({ log: "consent", ...record })),
});

interface Run {
  port: number;
  host: string;
  settings: EndpointSettings;
  /** Of the configuration, watched for changes. */
  file: string;
  sites: readonly Site[];
  store: Store;
  /** Folder of what the endpoint keeps, if anything. */
  data: string | undefined;
  demo?: boolean;
  json?: boolean;
}

async function run(
  { port, host, settings, file, sites, store, data, demo, json }: Run,
  stopped: Promise<void>,
  io: Io,
) {
  const log = (line: object) => io.out(JSON.stringify(line));
  const addDemo = demo ? await loadDemo() : undefined;
  const endpoint: Endpoint = createEndpoint({
    store,
    settings,
    log,
    ...(data !== undefined && { scriptsFolder: join(data, "scripts") }),
    extraRoutes: addDemo?.routes({ sites: () => endpoint.sites(), store }) ?? [],
  });
  let bound: number;
  try {
    bound = (await endpoint.listen(port, host)).port;
  } catch (error) {
    io.err(`mgt serve: ${listenFailure(error as NodeJS.ErrnoException, host, port)}`);
    return 1;
  }
  // Compiled after the port is known: the demo's sites allow the endpoint's own address.
  const inForce = (read: readonly Site[]) => addDemo?.sites(read, ownOrigins(host, bound)) ?? read;
  // Compiling may take minutes: a change of the file, and a signal, are heard meanwhile.
  const all = inForce(sites);
  const first = endpoint.reload(all).then(
    () => [],
    ({ message, keys }: CompilationFailed) => {
      io.err(`mgt serve: a script cannot be compiled: ${message}`);
      return keys;
    },
  );
  const watch = watchConfiguration(file, {
    onChange(changed, warnings, text) {
      tellProblems({ errors: [], warnings }, file, io, text);
      endpoint.reload(inForce(changed)).then(
        () => io.err(`mgt: configuration reloaded: ${changed.map(({ key }) => key).join(", ")}`),
        (error: Error) => io.err(`mgt: a script cannot be compiled, the old ones stay: ${error.message}`),
      );
    },
    onError(errors, text) {
      tellProblems({ errors, warnings: [] }, file, io, text);
      io.err("mgt: the old configuration stays in force");
    },
  });
  const stopKeeping = keepHouse(store, endpoint.sites, (error) =>
    endpoint.log({ log: "error", code: "purge_failed", message: String(error) }),
  );
  const address = `http://${bracketed(host)}:${bound}`;
  const demoAddress = `http://${WILDCARDS.has(host) ? "127.0.0.1" : bracketed(host)}:${bound}/demo/`;
  const uncompiled = await Promise.race([first, stopped.then(() => undefined)]);
  const isRunning = uncompiled !== undefined && uncompiled.length < all.length;
  if (isRunning) {
    if (json) log({ listening: address, ...(demo && { demo: demoAddress }) });
    else io.out(`mgt: listening on ${address}${demo ? `\ndemo: ${demoAddress}` : ""}`);
    await stopped;
  }
  watch.close();
  stopKeeping();
  await endpoint.close();
  return uncompiled === undefined || isRunning ? 0 : 1;
}

/** The demo's routes, and its sites, which allow the endpoint's own address besides their configured ones. */
async function loadDemo() {
  const { demoRoutes } = await import("../../demo/server/demoRoutes.ts");
  const { isDemoSite } = await import("../../demo/server/demoSite.ts");
  const home: ExtraRoute = {
    method: "GET",
    prefix: "/",
    handle(_, response) {
      response.writeHead(302, { Location: "/demo/" }).end();
    },
  };
  const packaged = readConfiguration(join(packageRoot(), "demo", "mgt.config.json")).sites;
  return {
    routes: (context: Parameters<typeof demoRoutes>[0]) => [...demoRoutes(context), home],
    sites(read: readonly Site[], own: readonly string[]): Site[] {
      const keys = new Set(read.map(({ key }) => key));
      const all = [...read, ...packaged.filter(({ key }) => !keys.has(key))];
      return all.map((site) =>
        isDemoSite(site) ? { ...site, origins: [...new Set([...site.origins, ...own])] } : site,
      );
    },
  };
}

/** Hosts that mean every address of this machine. */
const WILDCARDS = new Set(["0.0.0.0", "::"]);

const bracketed = (host: string) => (host.includes(":") ? `[${host}]` : host);

/** Addresses under which a browser may open the demo, on this machine or on a phone beside it. */
function ownOrigins(host: string, port: number): string[] {
  const hosts = ["localhost", "127.0.0.1", "::1"];
  if (!WILDCARDS.has(host)) hosts.push(host);
  else
    for (const addresses of Object.values(networkInterfaces()))
      hosts.push(...(addresses ?? []).map((a) => a.address));
  return [...new Set(hosts)].map(
    (name) => `http://${bracketed(name.toLowerCase())}${port === 80 ? "" : `:${port}`}`,
  );
}

function portNumber(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new UsageError(`PORT: "${given}" is not a port number`);
}

function settingsOf({ env }: Io): EndpointSettings {
  try {
    return readSettings(env);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function tellProblems(
  problems: { errors: readonly Problem[]; warnings: readonly Problem[] },
  file: string,
  io: Io,
  text: string | undefined,
) {
  if (problems.errors.length + problems.warnings.length === 0) return;
  io.err(`mgt: ${file}`);
  for (const line of problemLines(problems, text)) io.err(line);
}

const LISTEN_FAILURES: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is taken by another program; set PORT to a free one",
  EACCES: "the system does not allow this port; set PORT to one above 1023",
  EADDRNOTAVAIL: "this machine does not have the address; set HOST to one of its own",
};

function listenFailure({ code = "", message }: NodeJS.ErrnoException, host: string, port: number): string {
  return `cannot listen on ${bracketed(host)}:${port}: ${LISTEN_FAILURES[code] ?? message}`;
}

/** The first SIGTERM or SIGINT; further ones are ignored: stopping takes a few seconds at most. */
function untilSignal(): { signal: Promise<void>; ignore(): void } {
  let stop = () => {};
  const signal = new Promise<void>((resolve) => {
    stop = resolve;
  });
  process.on("SIGTERM", stop).on("SIGINT", stop);
  return { signal, ignore: () => process.off("SIGTERM", stop).off("SIGINT", stop) };
}
