import { expect, test } from "vitest";
import { FOREIGN_NAMES } from "./foreignNames.ts";
import { isCode, only, quotedIn } from "./quotedNames.ts";
import { read, TRACKED } from "./tracked.ts";

const ROOMS = /^(?:src|test|demo|bench)\//;
/** What is dated names what was there, and a manager's settings are its own, in the page put together of them too. */
const DATED = /^(?:CHANGELOG\.md|docs\/decisions\/)|^(?:demo\/|src\/)managers\/|^docs\/\w+\/managers\.md$/;

/** They name what does not exist. */
const INVENTED = /\/walls\/(?:foreignNames|names\.test|plants)\.ts$/;

const CODE = TRACKED.filter((file) => isCode(file) && !file.startsWith("dist/") && !INVENTED.test(file));
const TEXTS = TRACKED.filter(
  (file) => /\.(?:css|html|json|svelte|svg|tmpl|vue)$/.test(file) && !file.startsWith("dist/"),
);
const READERS = [
  ...CODE.filter((file) => ROOMS.test(file)),
  ...TRACKED.filter((file) => file.endsWith(".md") && !DATED.test(file)),
];

const SOURCES = new Map([...CODE, ...READERS].map((file) => [file, read(file)]));
const sourceOf = (file: string): string => SOURCES.get(file) as string;

const wordsIn = (text: string): string[] => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

const WORDS = new Set([
  ...CODE.flatMap((file) => wordsIn(only("code", file, sourceOf(file)))),
  ...TEXTS.flatMap((file) => wordsIn(read(file))),
  ...wordsIn(read("node_modules/@types/web/index.d.ts")),
]);
const codeOf = (files: readonly string[]): string =>
  files.map((file) => only("code", file, sourceOf(file))).join("\n");
const CODE_OF_SRC = codeOf(CODE.filter((file) => file.startsWith("src/")));
const CODE_OF_ALL = codeOf(CODE);
/** Each file and folder by the end of its path, with its ending and without. */
const PATHS = new Set(
  TRACKED.flatMap((file) => {
    const parts = file.split("/");
    return parts.flatMap((_, to) =>
      parts.slice(0, to + 1).flatMap((_, from) => {
        const path = parts.slice(from, to + 1).join("/");
        return [path, path.replace(/\.\w+$/, "")];
      }),
    );
  }),
);
const { name, scripts, exports, dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
  string,
  Record<string, string>
> & { name: string };

const PACKAGES = new Set([
  ...Object.keys({ ...dependencies, ...devDependencies }),
  ...Object.keys(exports ?? {}).map((path) => path.replace(".", name)),
]);

/** Something stands for a part of it. */
const isPattern = (text: string): boolean => /[<>{}*…[\]$]|\.\.\./.test(text);

/** What a quoted text may be, by its look, and whether that exists. */
const KINDS: readonly { is: string; looks: RegExp; exists: (text: string, file: string) => boolean }[] = [
  {
    is: "script",
    looks: /^npm run (?:-s )?[\w:-]+/,
    exists: (text) => (text.replace("-s ", "").split(" ")[2] ?? "") in (scripts ?? {}),
  },
  {
    is: "route",
    looks: /^\/[\w./:-]+$/,
    exists: (text, file) => (/^(?:test|demo|bench)\//.test(file) ? CODE_OF_ALL : CODE_OF_SRC).includes(text),
  },
  {
    is: "file, folder, package or media type",
    looks: /^@?[\w.-]+(?:\/[\w.-]*)+$|^[\w.-]+\.(?:ts|m?js|json|md)$/,
    exists: (text) =>
      PATHS.has(text.replace(/\/$/, "")) ||
      PACKAGES.has(text) ||
      (/\//.test(text) && CODE_OF_ALL.includes(text)),
  },
  {
    is: "name",
    looks: /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(\))?$/,
    exists: (text) => wordsIn(text).every((word) => WORDS.has(word)),
  },
];

/** Why a quoted text is no name that exists; nothing where it is, or is no name at all. */
function fault(text: string, file: string): string | undefined {
  if (Object.hasOwn(FOREIGN_NAMES, text) || isPattern(text)) return undefined;
  const kind = KINDS.find(({ looks }) => looks.test(text));
  return kind && !kind.exists(text, file) ? `no such ${kind.is}` : undefined;
}

test.each(READERS)("the names in %s exist", (file) => {
  const faults = quotedIn(file, sourceOf(file)).flatMap(({ text, line }) => {
    const found = fault(text, file);
    return found ? [`${file}:${line} \`${text}\`: ${found}`] : [];
  });
  expect(faults).toEqual([]);
});

test.each([
  ["src/page/main.ts", "entry/decideAll.ts", "no such file, folder, package or media type"],
  ["src/page/main.ts", "/v1/nothing", "no such route"],
  ["src/page/main.ts", "settleVisitors", "no such name"],
  ["README.md", "npm run nothing", "no such script"],
  ["src/page/main.ts", "entry/decide.ts", undefined],
  ["src/page/main.ts", "entry/", undefined],
  ["src/page/main.ts", "/v1/events", undefined],
  ["src/page/main.ts", "visit.settle", undefined],
  ["src/page/main.ts", "src/{key}.js", undefined],
  ["src/page/main.ts", "two words", undefined],
])("in %s, `%s`: %s", (file, text, expected) => {
  expect(fault(text, file)).toBe(expected);
});

test("each foreign name is needed", () => {
  const quoted = new Set(READERS.flatMap((file) => quotedIn(file, sourceOf(file)).map(({ text }) => text)));
  expect(Object.keys(FOREIGN_NAMES).filter((name) => !quoted.has(name))).toEqual([]);
});
