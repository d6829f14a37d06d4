import type { Server } from "node:http";
import type { BlockList, Socket } from "node:net";
import { isTrusted, limitedPrefix, plainAddress } from "./clientAddress.ts";

export interface Bounds {
  /** Connections in all; each takes about 20 kB. */
  all: number;
  /** Of one address, a trusted proxy's apart; a browser holds six. */
  perAddress: number;
  /** Whoever leaves an answer unread is looked at this often (ms) … */
  lookMs: number;
  /** … and ended when it has not taken this much … */
  takenBytes: number;
  /** … within this long (ms). With the interval it is below 30 s. */
  withinMs: number;
}

const BOUNDS: Bounds = {
  all: 5_000,
  perAddress: 1_000,
  lookMs: 5_000,
  takenBytes: 65_536,
  withinMs: 20_000,
};

interface Reading {
  taken: number;
  /** When it had taken so much (ms). */
  since: number;
}

/**
 * Bounds the connections of a server, of all and of one address, and ends those of clients that do not read.
 * @param refused told of each that was closed, and by which bound
 */
export function boundConnections(
  server: Server,
  trusted: BlockList,
  refused: (bound: "all" | "address" | "reader") => void,
  { all, perAddress, lookMs, takenBytes, withinMs }: Bounds = BOUNDS,
): { stop(): void } {
  const sockets = new Map<Socket, Reading>();
  const open = new Map<string, number>();
  server.maxConnections = all;
  server.on("drop", () => refused("all"));
  server.on("connection", (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? "");
    const isProxy = isTrusted(address, trusted);
    const key = limitedPrefix(address);
    const before = open.get(key) ?? 0;
    if (!isProxy && before >= perAddress) {
      refused("address");
      socket.destroy();
      return;
    }
    open.set(key, before + 1);
    sockets.set(socket, { taken: 0, since: Date.now() });
    socket.once("close", () => {
      sockets.delete(socket);
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
  const look = setInterval(() => {
    const now = Date.now();
    for (const [socket, reading] of sockets) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || taken - reading.taken >= takenBytes) {
        Object.assign(reading, { taken, since: now });
      } else if (now - reading.since > withinMs) {
        refused("reader");
        socket.destroy();
      }
    }
  }, lookMs).unref();
  return { stop: () => clearInterval(look) };
}
