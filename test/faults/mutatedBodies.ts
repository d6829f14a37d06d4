import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { join } from "node:path";
import { ORIGIN, post, readiness, SITE } from "./Load.ts";
import type { Fault } from "./Outcome.ts";
import { randomOf } from "./randomOf.ts";
import { ServeProcess } from "./ServeProcess.ts";

const CONNECTIONS = 16;

/** Bodies of every route, changed at random: whatever they have become, the answer is no 5xx. */
export const mutatedBodies: Fault = async ({ bodies, folder, seed }) => {
  const served = new ServeProcess({ folder: join(folder, "bodies"), sites: [SITE] });
  const address = await served.address;
  const random = randomOf(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const statuses = new Map<number, number>();
  let left = bodies;
  let firstBad = "";
  const client = async () => {
    while (left-- > 0) {
      const [path, body] = pick(ROUTES, random);
      const mutated = mutate(JSON.stringify(body()), random);
      const status = await post(`${address}${path}`, mutated, agent);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 0 || status >= 500) firstBad ||= `${status} to ${path} ${String(mutated).slice(0, 200)}`;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  agent.destroy();
  const isReady = (await readiness(address)) === 200;
  const code = await served.stop();
  const faults = served.lines.filter((line) => line.includes('"code":"internal"')).length;
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count}× ${status}`);
  return [
    {
      fault: `${bodies} mutated bodies`,
      found: `${counts.join(", ")}; ${faults} faults in the log${firstBad && `; first: ${firstBad}`}`,
      isFine: !firstBad && isReady && code === 0 && faults === 0 && statuses.size > 1,
    },
  ];
};

const now = () => Date.now();

const ROUTES: readonly (readonly [string, () => unknown])[] = [
  [
    "/v1/events",
    () => ({
      site: SITE.key,
      visitor: randomUUID(),
      sent: now(),
      consent: randomUUID(),
      events: [
        {
          id: randomUUID(),
          type: "entry",
          at: now(),
          landing: `${ORIGIN}/`,
          referrer: "https://www.google.com/",
          tracking_ids: { gclid: "TeSt-123" },
          condition: "google-ads",
          source: "Google Ads",
          channel: "paid_search",
        },
        { id: randomUUID(), type: "page", at: now(), url: `${ORIGIN}/page`, pages: 2 },
      ],
    }),
  ],
  [
    "/v1/consents",
    () => ({
      id: randomUUID(),
      site: SITE.key,
      visitor: randomUUID(),
      receipt: randomUUID(),
      at: now(),
      status: "granted",
      manager: "manual",
      manager_version: "1",
      key: "magnetis",
      signal: "true",
      notice: "2026-11",
      script: "abc",
    }),
  ],
  ["/v1/numbers", () => ({ site: SITE.key, condition: "", source: "direct", method: "entry", page: "/" })],
  ["/v1/forget", () => ({ site: SITE.key, visitor: randomUUID() })],
  ["/v1/export", () => ({ site: SITE.key, visitor: randomUUID() })],
];

/** What stands in the place of a value. */
const VALUES: readonly string[] = [
  "null",
  "true",
  "-1",
  "1e308",
  "-0",
  "9007199254740993",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"__proto__"',
  '"constructor"',
  "[]",
  "{}",
  "[[[[[[[[]]]]]]]]",
  '{"__proto__":{"site":"x"}}',
  '{"toString":null}',
  `"${"é".repeat(3_000)}"`,
  `"${"http://a@b:99999/%zz?#"}"`,
  "NaN",
];

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

const place = (text: string, random: () => number) => Math.floor(random() * text.length);

type Mutation = (text: string, random: () => number) => string;

const MUTATIONS: readonly Mutation[] = [
  // A value of it becomes another.
  (text, random) => text.replace(nth(text, /:("[^"]*"|\d+|\[|\{)/g, random), `:${pick(VALUES, random)}`),
  (text, random) => text.replace(nth(text, /"(?:id|at|sent|visitor|site|type|events)"/g, random), '"other"'),
  (text, random) => text.replace(nth(text, /"[a-z_]+":/g, random), '"__proto__":'),
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + text.slice(at + 1);
  },
  (text, random) => {
    const at = place(text, random);
    const end = at + Math.floor(random() * 20);
    return text.slice(0, end) + text.slice(at);
  },
  (text, random) => text.repeat(1 + Math.floor(random() * 3)),
  (text, random) => text.replace('"events":[', `"events":[${"{},".repeat(Math.floor(random() * 200))}`),
  (text, random) => `${"[".repeat(Math.floor(random() * 5_000))}${text}`,
  (text, random) => text + " ".repeat(Math.floor(random() * 70_000)),
  () => "",
  // As it is: the bodies have to be right before they are changed.
  (text) => text,
];

/** One of the matches. */
function nth(text: string, expression: RegExp, random: () => number): string {
  const found = text.match(expression) ?? [""];
  return pick(found, random);
}

function mutate(text: string, random: () => number): Buffer {
  let mutated = text;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--)
    mutated = pick(MUTATIONS, random)(mutated, random);
  const bytes = Buffer.from(mutated);
  // Bytes that are no UTF-8.
  if (random() < 0.1 && bytes.length > 0) bytes[Math.floor(random() * bytes.length)] = 0x80 + random() * 0x7f;
  return bytes;
}
