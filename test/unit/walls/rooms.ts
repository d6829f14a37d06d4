/**
 * The rooms of `src/` and the arrows between them: what is not listed here may not be imported. A room may
 * always import itself. A restructuring edits `at`, and an arrow only where the architecture changes.
 */

/** Where the code of a room runs: `page` is other people's pages, `machine` the operator's. */
export type Runs = "everywhere" | "page" | "machine";

export interface Room<Name extends string = string> {
  /** Folders (with the `/` at their end) and files. Where several fit a file, the longest counts. */
  at: readonly string[];
  runs: Runs;
  imports?: readonly Name[];
  /** Arrows of `import type`, of which nothing is left in a bundle. */
  types?: readonly Name[];
  /** Packages, and modules of Node. */
  packages?: readonly string[];
  typesOf?: readonly string[];
  /** Arrows that exist and that the architecture does not want: they go, none comes. */
  today?: { imports?: readonly Name[]; types?: readonly Name[] };
}

/** Lets the names in the arrows be checked against the table's own keys. */
const table = <Name extends string>(
  rooms: Record<Name, Room<NoInfer<Name>>>,
): Record<Name, Room<NoInfer<Name>>> => rooms;

export const ROOMS = table({
  vocabulary: { at: ["src/vocabulary/"], runs: "everywhere" },

  // What every room of the page stands on.
  ground: {
    at: ["src/page/ground/"],
    runs: "page",
    types: ["vocabulary"],
    imports: ["vocabulary"],
  },
  start: {
    at: ["src/page/start/"],
    runs: "page",
    imports: ["vocabulary", "ground", "main", "managerList"],
    types: ["vocabulary", "api", "contract"],
  },
  main: {
    at: ["src/page/main.ts"],
    runs: "page",
    imports: [
      "ground",
      "api",
      "consent",
      "delivery",
      "entry",
      "lifecycle",
      "numbers",
      "standing",
      "terminal",
      "visit",
    ],
    types: ["api", "contract"],
  },
  // The overlay of `mgt('debug')`, a file of its own: it looks into every room, and no room of the script into it.
  debug: {
    at: ["src/page/debug/"],
    runs: "page",
    imports: ["vocabulary", "ground", "start", "lifecycle", "terminal", "numbers", "text", "explain"],
    types: ["vocabulary", "api", "contract", "text"],
  },
  api: {
    at: ["src/page/api/"],
    runs: "page",
    imports: ["ground"],
    types: ["vocabulary", "ground", "contract"],
    // The types that a page imports, as it imports them.
    typesOf: ["mgt-snippet"],
  },
  lifecycle: { at: ["src/page/lifecycle/"], runs: "page", imports: ["ground"], types: ["entry"] },
  delivery: {
    at: ["src/page/delivery/"],
    runs: "page",
    imports: ["vocabulary", "ground", "terminal"],
    types: ["vocabulary"],
  },
  terminal: {
    at: ["src/page/terminal/"],
    runs: "page",
    imports: ["vocabulary", "ground"],
    types: ["ground"],
    packages: ["js-cookie"],
  },
  consent: { at: ["src/page/consent/"], runs: "page", imports: ["ground"], types: ["contract"] },
  entry: {
    at: ["src/page/entry/"],
    runs: "page",
    imports: ["vocabulary"],
    types: ["vocabulary", "ground"],
  },
  ids: {
    at: ["src/page/ids/"],
    runs: "page",
    imports: ["vocabulary", "ground"],
    types: ["vocabulary"],
    packages: ["js-cookie"],
  },
  visit: {
    at: ["src/page/visit/"],
    runs: "page",
    imports: ["ground", "entry", "ids", "terminal", "delivery", "standing"],
    types: ["vocabulary", "entry", "consent"],
  },
  // The table of what is done for each consent: no other room's state.
  standing: { at: ["src/page/visit/standing.ts"], runs: "page", types: ["contract"] },
  // Strings in, strings out.
  text: {
    at: ["src/page/numbers/text/"],
    runs: "page",
    types: ["vocabulary"],
    today: { imports: ["ground"] },
  },
  numbers: {
    at: ["src/page/numbers/"],
    runs: "page",
    imports: ["ground", "text"],
    types: ["vocabulary"],
  },

  // What an adapter is.
  contract: { at: ["src/managers/Adapter.ts"], runs: "page", types: ["vocabulary"] },
  managers: {
    at: ["src/managers/"],
    runs: "page",
    imports: ["ground"],
    types: ["vocabulary", "contract"],
  },
  managerList: {
    at: ["src/managers/adapters.ts", "src/managers/adaptersFor.ts"],
    runs: "page",
    imports: ["managers", "managerHearing"],
    types: ["vocabulary", "contract"],
  },
  managerHearing: {
    at: ["src/managers/isHeard.ts"],
    runs: "everywhere",
    types: ["vocabulary", "contract"],
  },

  // What is known of a manager besides its adapter: no script of ours has it.
  managerFacts: {
    at: [
      "src/managers/*/facts.ts",
      "src/managers/facts.ts",
      "src/managers/ManagerFacts.ts",
      "src/managers/heardManagers.ts",
    ],
    runs: "machine",
    imports: ["vocabulary", "managerHearing"],
    types: ["vocabulary", "contract"],
  },

  // What of a manager never stands in a script of ours: what its owner pastes, its double, its buttons.
  managerParts: {
    at: ["src/managers/*/demo/"],
    runs: "machine",
    packages: ["@iabtechlabtcf/cmpapi", "@iabtechlabtcf/core", "@iabtechlabtcf/stub"],
  },
  managerFixtures: {
    at: ["src/managers/*/fixture.ts", "src/managers/ManagerFixture.ts", "src/managers/panelClicks.ts"],
    runs: "machine",
    types: ["vocabulary"],
  },

  // What the page would decide, and why.
  explain: {
    at: ["src/explain/"],
    runs: "everywhere",
    imports: ["vocabulary", "entry", "standing"],
    types: ["vocabulary", "standing"],
  },
  cli: {
    at: ["src/cli/"],
    runs: "machine",
    imports: [
      "vocabulary",
      "packageRoot",
      "settings",
      "composition",
      "configuration",
      "store",
      "storeContract",
      "explain",
      "script",
      "demo",
    ],
    types: ["vocabulary", "configuration", "http", "storeContract"],
    packages: ["node:fs", "node:os", "node:path", "node:readline", "node:util", "papaparse"],
  },
  demo: {
    at: ["demo/server/"],
    runs: "machine",
    imports: ["vocabulary", "managerFacts", "packageRoot", "explain"],
    types: ["vocabulary", "http", "storeContract"],
    packages: ["esbuild", "node:fs", "node:fs/promises", "node:module", "node:path"],
    typesOf: ["node:http"],
    today: { imports: ["script"] },
  },

  packageRoot: {
    at: ["src/endpoint/isFromSource.ts", "src/endpoint/packageRoot.ts"],
    runs: "machine",
    packages: ["node:fs", "node:path", "node:url"],
  },
  settings: {
    at: ["src/endpoint/settings.ts"],
    runs: "machine",
    typesOf: ["node:net"],
    today: { imports: ["http"] },
  },
  composition: {
    at: ["src/endpoint/createEndpoint.ts", "src/endpoint/keepHouse.ts"],
    runs: "machine",
    imports: ["http", "script", "settings"],
    types: ["vocabulary", "http", "script", "storeContract"],
    packages: ["node:http", "node:path"],
    typesOf: ["node:net"],
  },
  configuration: {
    at: ["src/endpoint/configuration/"],
    runs: "machine",
    imports: ["vocabulary", "managerFacts", "explain"],
    types: ["vocabulary"],
    packages: ["ajv", "libphonenumber-js", "node:buffer", "node:fs", "node:path", "node:url", "tldts"],
  },
  script: {
    at: ["src/endpoint/script/"],
    runs: "machine",
    imports: ["vocabulary", "managerFacts", "packageRoot", "configuration"],
    types: ["vocabulary", "contract"],
    packages: [
      "esbuild",
      "node:crypto",
      "node:fs",
      "node:fs/promises",
      "node:os",
      "node:path",
      "node:util",
      "node:zlib",
      "piscina",
      "terser",
    ],
    typesOf: ["esbuild"],
  },
  http: {
    at: ["src/endpoint/http/"],
    runs: "machine",
    imports: ["vocabulary", "ingest", "recognition", "report", "storeContract"],
    types: ["vocabulary", "ingest", "script", "settings", "storeContract"],
    packages: [
      "fastify",
      "isbot",
      "node:buffer",
      "node:crypto",
      "node:http",
      "node:net",
      "node:stream",
      "prom-client",
      "rate-limiter-flexible",
    ],
    typesOf: ["node:http", "node:net"],
    today: { imports: ["store"] },
  },
  ingest: {
    at: ["src/endpoint/ingest/"],
    runs: "machine",
    imports: ["vocabulary", "report"],
    types: ["vocabulary", "storeContract"],
    packages: ["ajv", "typebox"],
    today: { imports: ["http"] },
  },
  recognition: { at: ["src/endpoint/recognition/"], runs: "machine" },
  report: {
    at: ["src/endpoint/report/"],
    runs: "machine",
    types: ["vocabulary", "storeContract"],
    packages: ["node:fs", "node:module", "node:path", "papaparse"],
  },
  storeContract: { at: ["src/endpoint/store/Store.ts"], runs: "machine", types: ["vocabulary"] },
  store: {
    at: ["src/endpoint/store/"],
    runs: "machine",
    imports: ["vocabulary", "packageRoot", "report", "storeContract"],
    types: ["vocabulary", "storeContract"],
    packages: [
      "better-sqlite3",
      "node:crypto",
      "node:fs",
      "node:fs/promises",
      "node:path",
      "node:timers/promises",
      "node:worker_threads",
      "pg",
    ],
  },
});

export type RoomName = keyof typeof ROOMS;

export const ROOM_NAMES = Object.keys(ROOMS) as RoomName[];

/** Whether a place, a folder or a file, holds a file; `*` stands for one folder's or file's name. */
export function isAt(place: string, file: string): boolean {
  const wanted = place.replace(/\/$/, "").split("/");
  const found = file.split("/");
  return (
    (place.endsWith("/") ? found.length > wanted.length : found.length === wanted.length) &&
    wanted.every((part, index) => part === "*" || part === found[index])
  );
}

/** The rooms whose longest fitting place is the longest of all: one, where the table is right. */
export function roomsOf(file: string): RoomName[] {
  const fits = ROOM_NAMES.flatMap((name) =>
    ROOMS[name].at.filter((place) => isAt(place, file)).map((place) => ({ name, length: place.length })),
  );
  const longest = Math.max(...fits.map(({ length }) => length));
  return fits.filter(({ length }) => length === longest).map(({ name }) => name);
}

const found = new Map<string, RoomName | undefined>();

/** Asked of each import again. */
export function roomOf(file: string): RoomName | undefined {
  if (!found.has(file)) found.set(file, roomsOf(file)[0]);
  return found.get(file);
}
