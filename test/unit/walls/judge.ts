import { posix } from "node:path";
import { parseSync } from "oxc-parser";
import { type Arrow, isListed } from "./Arrow.ts";
import { type Import, importsOf } from "./importsOf.ts";
import { holds, type PowerName, powerOf, powerTaken } from "./powers.ts";
import { ROOMS, type RoomName, roomOf } from "./rooms.ts";
import { type Use, usesOf } from "./usesOf.ts";

export interface Violation {
  file: string;
  /** Both from 1. */
  line: number;
  column: number;
  rule: "syntax" | "room" | "arrow" | PowerName;
  /** What was used, or imported. */
  name: string;
  message: string;
}

/** What a file takes: its arrows to other rooms and packages, and its powers. */
export interface Taken {
  arrows: { arrow: Arrow | undefined; given: Import }[];
  powers: { power: PowerName; use: Use }[];
  errors: { message: string; start: number }[];
}

function arrowOf(file: string, from: RoomName, { from: source, isType }: Import): Arrow | undefined {
  if (source === undefined) return undefined;
  if (/^\.{1,2}\//.test(source)) {
    // A table of data, say, belongs to no room.
    if (!/\.[cm]?[jt]sx?$/.test(source)) return undefined;
    const to = roomOf(posix.join(posix.dirname(file), source));
    return to && { from, to, isType, isPackage: false };
  }
  if (/^[./]/.test(source)) return undefined;
  const to = source.startsWith("node:") ? source : /^(?:@[^/]+\/)?[^/]+/.exec(source)?.[0];
  return to ? { from, to, isType, isPackage: true } : undefined;
}

export function taken(file: string, source: string, room: RoomName): Taken {
  const { program, errors } = parseSync(file, source, { preserveParens: false });
  const isOnPage = ROOMS[room].runs !== "machine";
  return {
    arrows: importsOf(program).map((given) => ({ arrow: arrowOf(file, room, given), given })),
    powers: usesOf(program).flatMap((use) => {
      const power = use.isOurs ? undefined : powerTaken(use);
      return power && (isOnPage || powerOf(power).isAskedEverywhere) ? [{ power, use }] : [];
    }),
    errors: errors.map(({ message, labels }) => ({ message, start: labels[0]?.start ?? 0 })),
  };
}

/** Where an offset stands, by line and column from 1. */
function placeIn(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) > offset) high = middle;
      else low = middle;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** What a file does that its room may not. */
export function judge(file: string, source: string): Violation[] {
  const place = placeIn(source);
  const at = (start: number) => ({ file, ...place(start) });
  const room = roomOf(file);
  if (!room) return [{ ...at(0), rule: "room", name: file, message: `${file} belongs to no room` }];
  const { arrows, powers, errors } = taken(file, source, room);
  return [
    ...errors.map(({ message, start }) => ({ ...at(start), rule: "syntax" as const, name: "", message })),
    ...arrows
      // Which file it is only the running code knows: who may load code says so himself.
      .filter(({ arrow, given }) =>
        arrow ? !isListed(arrow) : given.node.type !== "ImportExpression" || !holds(file, "loadCode"),
      )
      .map(({ arrow, given: { from = "what cannot be read here", node } }) => ({
        ...at(node.start),
        rule: "arrow" as const,
        name: from,
        message: `${file}: ${room} may not import ${arrow && !arrow.isPackage ? `${arrow.to} (${from})` : from}`,
      })),
    ...powers
      .filter(({ power }) => !holds(file, power))
      .map(({ power, use: { name, node } }) => ({
        ...at(node.start),
        rule: power,
        name,
        message: `${file}: ${name} ${powerOf(power).does}`,
      })),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}
