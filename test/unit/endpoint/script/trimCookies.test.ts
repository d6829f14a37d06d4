// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Cookies from "js-cookie";
import { beforeEach, expect, test } from "vitest";
import { trimmedCookies } from "../../../../src/endpoint/script/trimCookies.ts";

const SOURCE = readFileSync(
  createRequire(import.meta.url)
    .resolve("js-cookie")
    .replace(/js\.cookie\.js$/, "js.cookie.mjs"),
  "utf8",
);
const trimmed: typeof Cookies = new Function(
  trimmedCookies(SOURCE).replace("export { api as default }", "return api"),
)();

beforeEach(() => {
  for (const name of Object.keys(Cookies.get())) Cookies.remove(name);
});

test("what the script never uses of js-cookie goes, what it uses stays", () => {
  expect(Object.keys(trimmed).sort()).toEqual(["get", "set"]);
  expect(trimmedCookies(SOURCE)).not.toMatch(/withAttributes|withConverter|remove|typeof document/);
});

test("what is left does what the whole does", () => {
  for (const [name, value] of Object.entries({ a: "1", "b c": "é;=", d: '"quoted"', e: "" })) {
    trimmed.set(name, value, { sameSite: "Lax", expires: new Date(Date.now() + 864e5) });
    expect(trimmed.get(name)).toBe(Cookies.get(name));
  }
  expect(Object.keys(trimmed.get())).toHaveLength(4);
  expect(trimmed.get()).toEqual(Cookies.get());
  trimmed.set("a", "", { expires: new Date(0) });
  expect(Cookies.get("a")).toBeUndefined();
});

test("another release is left as it is", () => {
  const other = SOURCE.replace("Object.create", "Object.assign");
  expect(trimmedCookies(other)).toBe(other);
});
