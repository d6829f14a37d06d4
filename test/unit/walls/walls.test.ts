import { describe, expect, test } from "vitest";
import { listed } from "./Arrow.ts";
import { judge, taken } from "./judge.ts";
import {
  forbiddenImports,
  housePlants,
  INNOCENT_LINES,
  NAMED_PLANTS,
  type Plant,
  plantsOf,
} from "./plants.ts";
import { holds, PATTERNS, POWER_NAMES, powerOf } from "./powers.ts";
import { isAt, ROOM_NAMES, ROOMS, type RoomName, roomOf, roomsOf } from "./rooms.ts";
import { read, TRACKED } from "./tracked.ts";

/** Scripts that no room holds to its rules, each with the reason. */
const EXEMPT: Readonly<Record<string, string>> = {
  "src/cli/start.mjs": "says which Node is needed, in a syntax that older ones read",
  "src/page/api/global.mjs": "empty, what running code gets of a module of types",
  "src/managers/*/demo/setup.js": "what the manager's owner pastes into a page of the demo",
  "src/managers/*/demo/double.js": "stands in the demo for the manager's own script",
};
const isExempt = (file: string): boolean => Object.keys(EXEMPT).some((place) => isAt(place, file));

const isJudged = (file: string): boolean =>
  /^(?:src|demo\/server)\/.*\.[cm]?[jt]sx?$/.test(file) &&
  !/\.test\.[cm]?[jt]sx?$/.test(file) &&
  !isExempt(file);

const FILES = TRACKED.filter(isJudged);
const SOURCES = new Map(FILES.map((file) => [file, read(file)]));
const TAKEN = new Map(
  FILES.flatMap((file) => {
    const room = roomOf(file);
    return room ? [[file, taken(file, SOURCES.get(file) as string, room)] as const] : [];
  }),
);

const filesOf = (room: RoomName): string[] => FILES.filter((file) => roomOf(file) === room);
const fileIn = (room: RoomName): string => filesOf(room)[0] ?? `${ROOMS[room].at[0]}planted.ts`;

/** Those of these lines that nothing is said against, each put at the end of a file. */
function unseen(file: string, plants: readonly Plant[]): string[] {
  const source = SOURCES.get(file) ?? "";
  const first = source.split("\n").length + 1;
  const planted = [source, ...plants.map(({ line }) => line)].join("\n");
  const found = Map.groupBy(judge(file, planted), ({ line }) => line);
  return plants.flatMap(({ line, rule }, index) =>
    found.get(first + index)?.some((each) => each.file === file && each.rule === rule) ? [] : [line],
  );
}

describe("rooms", () => {
  test("each file belongs to one", () => {
    expect(FILES.filter((file) => roomsOf(file).length !== 1)).toEqual([]);
  });

  test.each(ROOM_NAMES)("%s has files at each of its places", (room) => {
    for (const place of ROOMS[room].at)
      expect(filesOf(room).some((file) => isAt(place, file)) ? "" : place).toBe("");
  });
});

describe("files", () => {
  test.each(["ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx"])(
    "of the ending %s are judged",
    (ending) => {
      const file = `src/page/entry/leak.${ending}`;
      expect(isJudged(file)).toBe(true);
      expect(judge(file, 'fetch("https://example.com/");')).toMatchObject([{ file, rule: "send" }]);
    },
  );

  test.each(Object.keys(EXEMPT))("%s is there, and need not be", (place) => {
    expect(TRACKED.some((file) => isAt(place, file))).toBe(true);
  });
});

describe("today", () => {
  test.each(ROOM_NAMES)("the files of %s do what they may", (room) => {
    expect(filesOf(room).flatMap((file) => judge(file, SOURCES.get(file) as string))).toEqual([]);
  });

  test.each(ROOM_NAMES)("each arrow of %s is there", (room) => {
    const arrows = filesOf(room).flatMap((file) => TAKEN.get(file)?.arrows ?? []);
    for (const isType of [false, true])
      for (const isPackage of [false, true]) {
        const there = arrows.flatMap(({ arrow }) =>
          arrow?.isType === isType && arrow.isPackage === isPackage ? [arrow.to] : [],
        );
        expect(there).toEqual(expect.arrayContaining([...listed(room, isType, isPackage)]));
      }
  });

  test.each(POWER_NAMES)("whoever holds the power %s uses it", (power) => {
    const users = FILES.filter((file) => TAKEN.get(file)?.powers.some((each) => each.power === power));
    for (const holder of powerOf(power).holders)
      expect(users.some((file) => roomOf(file) === holder || isAt(holder, file)) ? "" : holder).toBe("");
  });
});

describe("what is planted is seen", () => {
  const PLANTS = [...PATTERNS.values()].flat().map((pattern) => [pattern, plantsOf(pattern)] as const);

  test("powers, in every form", () => {
    const plants = PLANTS.flatMap(([, lines]) => lines);
    expect(plants.length).toBeGreaterThan(5000);
    expect(unseen("src/page/entry/decide.ts", plants)).toEqual([]);
  });

  test.each(ROOM_NAMES)("powers, in every file of %s", (room) => {
    for (const file of filesOf(room)) {
      const plants = PLANTS.flatMap(([pattern, [plainest]]) =>
        plainest &&
        !holds(file, pattern.power) &&
        (ROOMS[room].runs !== "machine" || powerOf(pattern.power).isAskedEverywhere)
          ? [plainest]
          : [],
      );
      expect({ file, unseen: unseen(file, plants) }).toEqual({ file, unseen: [] });
    }
  });

  test.each(ROOM_NAMES)("imports, in %s", (room) => {
    expect(unseen(fileIn(room), forbiddenImports(fileIn(room), room, fileIn))).toEqual([]);
  });

  test.each(ROOM_NAMES.filter((room) => ROOMS[room].runs !== "machine"))("by name, in %s", (room) => {
    const plants = housePlants(fileIn(room), room, fileIn("delivery"));
    const lacking = plants.map((plant) => {
      const file = filesOf(room).find((each) => plant.rule === "arrow" || !holds(each, plant.rule));
      return file ? unseen(file, [plant]) : [];
    });
    expect(lacking.flat()).toEqual([]);
  });

  test.each(NAMED_PLANTS)("$line in $file", ({ file, ...plant }) => {
    expect(unseen(file, [plant])).toEqual([]);
  });

  test("a file in no room", () => {
    expect(judge("src/page/elsewhere.ts", "")).toMatchObject([{ rule: "room", line: 1, column: 1 }]);
  });

  test("with its file, line and column", () => {
    expect(judge("src/page/entry/decide.ts", "\n  void fetch;\n")).toEqual([
      {
        file: "src/page/entry/decide.ts",
        line: 2,
        column: 8,
        rule: "send",
        name: "fetch",
        message: "src/page/entry/decide.ts: fetch sends",
      },
    ]);
  });
});

describe("what is innocent is not", () => {
  test.each(INNOCENT_LINES)("%s", (line) => {
    expect(judge("src/page/entry/decide.ts", line)).toEqual([]);
  });
});
