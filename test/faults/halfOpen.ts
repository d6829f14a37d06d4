import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { eventually, Load, ORIGIN, readiness, SITE } from "./Load.ts";
import type { Fault } from "./Outcome.ts";
import { ServeProcess } from "./ServeProcess.ts";

const SOCKETS = 200;
/** The contract's bound for slow clients, and some for a busy machine (ms). */
const ENDED_WITHIN_MS = 30_000 + 10_000;

const HEAD = `POST /v1/events HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: text/plain\r\n`;

/** What a client sends before it falls silent. */
const SILENCES: Readonly<Record<string, string>> = {
  "before the headers": "",
  "in the headers": "POST /v1/events HTTP/1.1\r\nHost: x\r\nX-",
  "before the body": `${HEAD}Content-Length: 400\r\n\r\n`,
  "in the body": `${HEAD}Content-Length: 400\r\n\r\n{"site":"mod-fau`,
  "in a chunk": `${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n{"site`,
};

/** Clients that fall silent in the middle: others are served meanwhile, and they are ended. */
export const halfOpen: Fault = async ({ folder }) => {
  const served = new ServeProcess({ folder: join(folder, "half-open"), sites: [SITE] });
  const address = await served.address;
  const port = Number(new URL(address).port);
  const kinds = Object.entries(SILENCES);
  const open = new Set<Socket>();
  const began = performance.now();
  for (let count = 0; count < SOCKETS; count++) {
    const [, text = ""] = kinds[count % kinds.length] ?? [];
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    open.add(socket);
    // Read, or the end of the other side would never be heard.
    socket.resume();
    socket.on("error", () => {}).on("close", () => open.delete(socket));
  }
  const load = new Load();
  load.start(address);
  const areEnded = await eventually(() => open.size === 0, ENDED_WITHIN_MS);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  await load.stop();
  const isReady = (await readiness(address)) === 200;
  const { lost, doubled } = await load.judge(address);
  const left = open.size;
  for (const socket of open) socket.destroy();
  const code = await served.stop();
  const refused = load.count((status) => status !== 204);
  return [
    {
      fault: `${SOCKETS} half-open sockets`,
      found: `${areEnded ? `all ended after ${seconds} s` : `${left} still open after ${seconds} s`}; meanwhile ${load.acknowledged.size} events taken, ${refused} refused, ${lost} lost, ${doubled} doubled`,
      isFine:
        areEnded &&
        isReady &&
        refused === 0 &&
        lost + doubled === 0 &&
        code === 0 &&
        load.acknowledged.size > 0,
    },
  ];
};
