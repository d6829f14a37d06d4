import {
  UsageError
} from "./chunk-VGKXINQR.mjs";

// src/cli/parseOptions.ts
import { parseArgs } from "node:util";
var COMMON = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } };
function parseOptions(argv, options, maxPositionals) {
  const parsed = parse(argv, options);
  const extra = parsed.positionals[maxPositionals];
  if (extra !== void 0) throw new UsageError(`unexpected argument "${extra}"`);
  return parsed;
}
function parse(argv, options) {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...COMMON, ...options },
      allowPositionals: true,
      strict: true
    });
  } catch (error) {
    throw new UsageError(error.message.split(". ")[0] ?? "wrong arguments");
  }
}

// src/endpoint/configuration/jsonPath.ts
var IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
function memberPath(parent, key) {
  if (typeof key === "number") return `${parent}[${key}]`;
  if (IDENTIFIER.test(key)) return `${parent}.${key}`;
  return `${parent}['${key.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`;
}
function pointerPath(pointer, data) {
  let path = "$";
  let value = data;
  for (const raw of pointer.split("/").slice(1)) {
    const key = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    path = memberPath(path, Array.isArray(value) ? Number(key) : key);
    value = value?.[key];
  }
  return path;
}

// src/endpoint/configuration/scanJson.ts
var MAX_DEPTH = 64;
var SPACE = /[ \t\r\n]*/y;
var STRING = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\0-\x1f]*)*"/y;
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var WORD = /true|false|null/y;
function scanJson(text) {
  const scan = { tooDeep: false, duplicates: [], offsets: /* @__PURE__ */ new Map() };
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== void 0) at += found.length;
    return found;
  };
  const space = () => void take(SPACE);
  const fail = (expected) => {
    throw { offset: at, message: describe(text, at, expected), expected };
  };
  const object = (path, depth) => {
    at++;
    space();
    const keys = /* @__PURE__ */ new Set();
    if (text[at] !== "}") {
      for (; ; ) {
        const raw = take(STRING) ?? fail('a key in double quotes or "}"');
        const key = JSON.parse(raw);
        const member = memberPath(path, key);
        if (keys.has(key)) scan.duplicates.push(member);
        keys.add(key);
        space();
        if (text[at] !== ":") fail('":" after the key');
        at++;
        space();
        value(member, depth);
        space();
        if (text[at] !== ",") break;
        at++;
        space();
      }
      if (text[at] !== "}") fail('"," or "}"');
    }
    at++;
  };
  const array = (path, depth) => {
    at++;
    space();
    if (text[at] !== "]") {
      for (let index = 0; ; index++) {
        value(memberPath(path, index), depth);
        space();
        if (text[at] !== ",") break;
        at++;
        space();
      }
      if (text[at] !== "]") fail('"," or "]"');
    }
    at++;
  };
  const value = (path, depth) => {
    scan.offsets.set(path, at);
    const first = text[at];
    if (first === "{" || first === "[") {
      if (depth === MAX_DEPTH) {
        scan.tooDeep = true;
        fail(`at most ${MAX_DEPTH} levels`);
      }
      (first === "{" ? object : array)(path, depth + 1);
    } else if (take(STRING) === void 0 && take(NUMBER) === void 0 && take(WORD) === void 0) {
      fail("a value");
    }
  };
  try {
    space();
    value("$", 0);
    space();
    if (at < text.length) fail("the end of the file");
  } catch (fault) {
    scan.fault = fault;
  }
  return scan;
}
function describe(text, at, expected) {
  const rest = text.slice(at);
  const before = text.slice(0, at).trimEnd();
  if (rest === "") return `the file ends too early: expected ${expected}`;
  if (rest.startsWith("//") || rest.startsWith("/*")) return "comments are not allowed in JSON";
  if (rest[0] === "'") return "strings take double quotes in JSON";
  if ((rest[0] === "}" || rest[0] === "]") && before.endsWith(","))
    return "a comma is not allowed before the end";
  if (rest[0] === '"' && expected === "a value")
    return "this string is not closed or holds an invalid character";
  if (rest[0] === '"' && /^"[,}\]]/.test(expected) && !expected.includes("key")) return "a comma is missing";
  return `expected ${expected}, found ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`;
}
function lineAndColumn(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

// src/cli/problemLines.ts
function problemLines({ errors, warnings }, text) {
  const json = text?.replace(/^\uFEFF/, "");
  const offsets = json === void 0 ? /* @__PURE__ */ new Map() : scanJson(json).offsets;
  const all = [
    ...errors.map((problem) => ({ level: "error", problem, offset: offsetOf(problem.path, offsets) })),
    ...warnings.map((problem) => ({ level: "warning", problem, offset: offsetOf(problem.path, offsets) }))
  ].sort((a, b) => a.offset - b.offset);
  return all.flatMap(({ level, problem, offset }) => {
    const { line, column } = lineAndColumn(json ?? "", offset);
    const place = json === void 0 || problem.path === "$" ? "" : ` (line ${line}, column ${column})`;
    return [
      `${level}: ${problem.path}${place}`,
      `  ${problem.message} [${problem.code}]`,
      ...problem.message.includes(problem.expected) ? [] : [`  expected ${problem.expected}`]
    ];
  });
}
function offsetOf(path, offsets) {
  for (let at = path; at; at = at.replace(/(\.[^.[\]]+|\[[^[\]]*\]|\$)$/, "")) {
    const offset = offsets.get(at);
    if (offset !== void 0) return offset;
  }
  return 0;
}
var count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export {
  memberPath,
  pointerPath,
  MAX_DEPTH,
  scanJson,
  lineAndColumn,
  parseOptions,
  problemLines,
  count
};
