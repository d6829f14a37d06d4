import { posix } from "node:path";
import { isListed } from "./Arrow.ts";
import type { Pattern, PowerName } from "./powers.ts";
import { ROOM_NAMES, type RoomName } from "./rooms.ts";
import { NAMELESS } from "./usesOf.ts";

/** A forbidden line, and the rule that it is to be seen by. */
export interface Plant {
  line: string;
  rule: PowerName | "arrow";
}

type Form = (name: string) => string;

const half = (name: string): string => JSON.stringify(name.slice(0, 2));
const rest = (name: string): string => JSON.stringify(name.slice(2));

/** Every way to a member of `host`. */
const membersOf = (host: string): Form[] => [
  (name) => `void ${host}.${name};`,
  (name) => `void ${host}?.${name};`,
  (name) => `void (${host} as any)["${name}"];`,
  (name) => `void ${host}[\`${name}\`];`,
  (name) => `void ${host}[${half(name)} + ${rest(name)}];`,
  (name) => `{ const key = ${half(name)}; void ${host}[\`\${key}\` + ${rest(name)}]; }`,
  (name) => `{ const { ${name}: planted } = ${host}; void planted; }`,
  (name) => `{ let planted; ({ ["${name}"]: planted } = ${host} as any); }`,
  (name) => `{ const ours = ${host}; void ours.${name}; }`,
  (name) => `void Reflect.get(${host}, "${name}");`,
  (name) => `void Object.getOwnPropertyDescriptor(${host}, "${name}")?.value;`,
];

const BARE: Form[] = [
  (name) => `void ${name};`,
  (name) => `{ const planted = [${name}]; }`,
  (name) => `((planted = ${name}) => planted)();`,
  (name) => `void { ${name} };`,
  (name) => `export { ${name} as "planted ${name}" };`,
  (name) => `void globalThis.${name};`,
  (name) => `void (self as any)["${name}"];`,
];

const ASSIGNED: Form[] = [
  (name) => `planted.${name} = "";`,
  (name) => `planted.${name} ||= "";`,
  (name) => `(planted as any)!["${name}"] += "";`,
  (name) => `planted[\`${name}\`] = "";`,
  (name) => `[planted.${name}] = [""];`,
  (name) => `({ from: planted.${name} } = planted);`,
  (name) => `({ from: planted.${name} = "" } = planted);`,
  (name) => `for (planted.${name} of [""]);`,
  (name) => `Object.assign(planted, { ${name}: "" });`,
  (name) => `Object.assign(planted, {}, { ["${name}"]: "" });`,
  (name) => `{ const given = { ${name}: "" }; Object.assign(planted, given); }`,
  (name) => `{ const given = { ${name}: "" }; Object.assign(planted, { ...given }); }`,
  (name) => `Object.defineProperties(planted, { ${name}: { value: "" } });`,
  (name) => `Reflect.set(planted, "${name}", "");`,
  (name) => `Object.defineProperty(planted, "${name}", { value: "" });`,
];

const NAMELESS_LINES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    [NAMELESS.dynamicImport]: ['void import("https://example.com/");', "void import(planted());"],
    [NAMELESS.codeAsText]: [
      'setTimeout("planted()", 1);',
      "window.setInterval(`planted()`);",
      'setTimeout("planted(" + planted + ")");',
      'planted("javascript:planted()");',
    ],
    [NAMELESS.computed]: [
      "void window[planted];",
      "void (globalThis as any)[planted()];",
      "document[planted]();",
      "{ const ours = window; void ours[planted]; }",
      "{ const { [planted]: found } = window; }",
      "navigator[atob(planted)]();",
      "for (const each of planted) self?.[each];",
      "{ let d = document; d[planted] = 1; }",
      "{ let d; d = planted || document; d[planted](); }",
      "{ let d; if (planted) d = document; void d?.[planted]; }",
      "{ const d = planted.ownerDocument; void d[planted]; }",
      "{ const { ownerDocument: d } = planted; void d[planted]; }",
      "{ const d = planted.getRootNode(); void d[planted]; }",
      "planted.getRootNode()[planted]();",
      "{ let w = document.defaultView; w[planted](); }",
      "{ const v = event.view; v[planted](); }",
      "planted(({ view: v }: UIEvent) => v[planted]());",
      "planted((d = document) => d[planted]);",
      "void Object.values(document);",
      "void Object.entries(planted.ownerDocument);",
      'Object.defineProperties(document, { planted: { value: "" } });',
      "Object.defineProperty(document, planted, {});",
      "Object.assign(window, planted);",
    ],
    [NAMELESS.window]: [
      "planted(window);",
      "{ let ours = globalThis; }",
      "{ const { location, ...all } = window; }",
      "{ const ours = self; planted(ours); }",
      "planted.at = top;",
      "planted(document.defaultView);",
      "{ const ours = window.parent; planted(ours); }",
      "{ let ours = document.defaultView; }",
    ],
    [NAMELESS.document]: [
      "planted(document);",
      "{ let ours = document; }",
      "{ const ours = document; planted([ours]); }",
      "planted(window.document);",
      "planted.at = { ...document };",
      "void Object.values(document);",
    ],
  }),
);

/** Words of ordinary texts are names only where they are used as such. */
const asText = (name: string): string[] =>
  /[a-z][A-Z]/.test(name)
    ? [`planted("${name}");`, `planted({ key: "${name.slice(0, 3)}" + "${name.slice(3)}" });`]
    : [];

/** The lines that are planted for a name that a power lists, the plainest first. */
export function plantsOf({ power, name: written, host, how, members }: Pattern): Plant[] {
  const name = written.replace("*", "planted");
  const lines = (forms: readonly Form[]) => forms.map((form) => form(name));
  const found = (): readonly string[] => {
    switch (how) {
      case "assigned":
        // Of the window's own names, and of a document's one.
        return host === "window"
          ? [`window.${name} = "";`, `${name} = "";`, `Object.assign(window, { ${name}: "" });`]
          : lines(ASSIGNED);
      case "into":
        return [
          `planted.${name}.planted = "";`,
          `delete planted.${name}.planted;`,
          `planted["${name}"].a.b = 1;`,
          `Object.assign(planted.${name}, planted);`,
          `Object.defineProperty(planted.${name}, "planted", {});`,
          `Object.defineProperties(planted.${name}, {});`,
        ];
      case "called":
        return [`planted.${name}("");`, `new planted.${name}("");`, `planted["${name}"]?.("");`];
      case "members":
        return members.flatMap((member) => [`void ${name}.${member};`, `void window.${name}["${member}"];`]);
      case "any":
        return (
          NAMELESS_LINES.get(name) ??
          (host === ""
            ? [...lines([...["window", "planted"].flatMap(membersOf), ...BARE]), ...asText(name)]
            : host === "window"
              ? lines([...["window", "top", "planted.defaultView"].flatMap(membersOf), ...BARE])
              : lines([host, `window.${host}`].flatMap(membersOf)))
        );
    }
  };
  return found().map((line) => ({ line, rule: power }));
}

/** Every way in which one file can import another, or a package. */
export const importsFrom = (source: string): readonly string[] => [
  `import planted from "${source}";`,
  `import { post } from "${source}";`,
  `import * as planted from "${source}";`,
  `import "${source}";`,
  `import { type Planted } from "${source}";`,
  `export { post } from "${source}";`,
  `export * from "${source}";`,
  `export * as planted from "${source}";`,
  `void import("${source}");`,
  `import planted = require("${source}");`,
  `void require("${source}");`,
];

export const typeImportsFrom = (source: string): readonly string[] => [
  `import type { Planted } from "${source}";`,
  `export type { Planted } from "${source}";`,
  `type Planted = import("${source}").Planted;`,
];

/** Imports that the room of a file may not have, of each other room and of packages. */
export function forbiddenImports(file: string, from: RoomName, fileIn: (room: RoomName) => string): Plant[] {
  const lines = (source: string, to: string, isPackage: boolean) => [
    ...(isListed({ from, to, isPackage, isType: false }) ? [] : importsFrom(source)),
    ...(isListed({ from, to, isPackage, isType: true }) ? [] : typeImportsFrom(source)),
  ];
  const outside = (path: string) => posix.relative(posix.dirname(file), path);
  const found = [
    ...ROOM_NAMES.flatMap((to) => {
      const path = outside(fileIn(to));
      return lines(path.startsWith(".") ? path : `./${path}`, to, false);
    }),
    ...["node:child_process", "node:dgram", "child_process", "js-cookie", "axios", "@sentry/browser"].flatMap(
      (name) => lines(name, name, true),
    ),
    ...["/abs/src/page/entry/decide.ts", `/${file}`, `file:///abs/${file}`, `./planted.json`, "."].flatMap(
      (source) => lines(source, "", false),
    ),
    ...lines(outside("demo/site/site.js"), "", false),
    ...lines(outside("node_modules/js-cookie/index.js"), "", false),
    "void import(planted);",
  ];
  return found.map((line) => ({ line, rule: "arrow" }));
}

/** By name, what the house promises that no room does, but those whose business it is. */
export function housePlants(file: string, from: RoomName, delivery: string): Plant[] {
  const path = posix.relative(posix.dirname(file), posix.join(posix.dirname(delivery), "post.ts"));
  const post: Plant = {
    line: `import { post } from "${path.startsWith(".") ? path : `./${path}`}";`,
    rule: "arrow",
  };
  return [
    { line: 'Cookies.set("a", "b");', rule: "writeTerminal" },
    { line: 'window.localStorage.setItem("a", "b");', rule: "writeTerminal" },
    { line: 'window.fetch("x");', rule: "send" },
    { line: 'navigator.sendBeacon("x");', rule: "sendLast" },
    { line: 'new Image().src = "x";', rule: "load" },
    { line: 'new WebSocket("wss://x");', rule: "connect" },
    { line: 'document.body.append("x");', rule: "build" },
    ...(isListed({ from, to: "delivery", isPackage: false, isType: false }) ? [] : [post]),
  ];
}

/** By name, what could be written into a room in an unwatched moment. */
export const NAMED_PLANTS: readonly (Plant & { file: string })[] = [
  ...(
    [
      ['Cookies.set("a", "b");', "writeTerminal"],
      ['window.localStorage.setItem("a", "b");', "writeTerminal"],
      ['window.fetch("https://example.com/");', "send"],
      ['navigator.sendBeacon("https://example.com/", "a");', "sendLast"],
      ['new Image().src = "https://example.com/";', "load"],
      ['new WebSocket("wss://example.com/");', "connect"],
      ['document.body.append("a");', "build"],
      ['document.body.textContent = "a";', "build"],
      ['document.body.firstChild!.nodeValue = "a";', "write"],
      ['document.body.innerHTML = "a";', "runText"],
      ['document.cookie = "a=b";', "writeTerminal"],
      ['document.links[0]!.search = "?a=b";', "leave"],
      ['document.scripts[0]!.text = "planted()";', "writeText"],
      ["document.body.onclick = () => 1;", "build"],
      ['document.body.ariaLabel = "a";', "build"],
      ["{ let w = document.defaultView; w!.open(); }", "leave"],
      ['{ const p = { src: "a" }; Object.assign(document.images[0]!, p); }', "load"],
      ["Object.defineProperties(Element.prototype, { planted: {} });", "patch"],
      ['import { post } from "../delivery/post.ts";', "arrow"],
      ['import Cookies from "js-cookie";', "arrow"],
    ] as const
  ).map(([line, rule]) => ({ file: "src/page/entry/decide.ts", line, rule })),
  {
    file: "src/page/numbers/createNumbers.ts",
    line: 'localStorage.setItem("a", "b");',
    rule: "writeTerminal",
  },
  { file: "src/page/numbers/createNumbers.ts", line: 'void fetch("https://example.com/");', rule: "send" },
  { file: "src/page/terminal/remember.ts", line: 'void fetch("https://example.com/");', rule: "send" },
  { file: "src/page/delivery/createOutbox.ts", line: 'document.body.append("a");', rule: "build" },
  {
    file: "src/page/delivery/createOutbox.ts",
    line: 'document.body.firstChild!.nodeValue = "a";',
    rule: "write",
  },
  { file: "src/page/ids/trackingIds.ts", line: 'Cookies.set("a", "b");', rule: "writeTerminal" },
  {
    file: "src/page/ids/trackingIds.ts",
    line: 'export { default } from "js-cookie";',
    rule: "writeTerminal",
  },
  { file: "src/page/ids/trackingIds.ts", line: "export const all = Cookies;", rule: "writeTerminal" },
  { file: "src/page/ids/trackingIds.ts", line: 'localStorage.a = "b";', rule: "writeTerminal" },
  {
    file: "src/managers/wordpress/adapter.ts",
    line: 'document.cookie = "a=b";',
    rule: "writeTerminal",
  },
  ...(
    [
      ["declare global { var localStorage: any } localStorage.a = 1;", "writeTerminal"],
      ["declare const fetch: any; fetch();", "send"],
      ['import { type fetch } from "./matches.ts"; fetch();', "send"],
      ["const planted = (site: any) => site.fetch();", "send"],
      ['const planted = document; planted.cookie = "a=b";', "writeTerminal"],
      ["{ function fetch() {} } void fetch;", "send"],
      ["export const planted = window;", "handOnWindow"],
      ["const planted = window; export { planted };", "handOnWindow"],
      ['"".at.constructor("planted()")();', "runText"],
      ["class Planted extends WebSocket {}", "connect"],
      ["namespace Planted { fetch(); }", "send"],
    ] as const
  ).map(([line, rule]) => ({ file: "src/page/entry/decide.ts", line, rule })),
  { file: "src/page/numbers/originals.ts", line: 'planted.setAttribute("src", "a");', rule: "build" },
  { file: "src/page/numbers/originals.ts", line: 'planted.search = "?a=b";', rule: "leave" },
  // It holds the document, and no member of it that cannot be read here.
  {
    file: "src/page/numbers/createNumbers.ts",
    line: "{ let d = document; d[planted](); }",
    rule: "reachBlindly",
  },
  { file: "src/page/numbers/createNumbers.ts", line: "void Object.values(document);", rule: "reachBlindly" },
  { file: "src/endpoint/report/toCsv.ts", line: 'import { createServer } from "node:http";', rule: "arrow" },
  { file: "src/endpoint/report/toCsv.ts", line: 'new WebSocket("wss://example.com/");', rule: "connect" },
];

/** Nothing of this is a power, or an arrow. */
export const INNOCENT_LINES: readonly string[] = [
  "{ const open = true; void open; }",
  '{ let name = ""; name = "a"; void name; }',
  "{ const fetch = () => 1; fetch(); }",
  "const planted = ({ open, name }: { open: boolean; name: string }) => open && name;",
  "function remembers(caches: string[]) { return caches.length; }",
  "{ try { void 1; } catch (fetch) { void fetch; } }",
  "{ for (const history of [1]) void history; }",
  "{ void hoisted(); function hoisted() { return 1; } }",
  "interface Sized { src: string; href: string; fetch(): void; cookie?: string }",
  "type Asks = typeof fetch | Window['localStorage'];",
  'void { src: "a", href: "b", open: true, fetch: 1, localStorage: 2 };',
  "// localStorage.setItem, fetch() and document.cookie",
  'console.warn("no localStorage, no fetch, nothing in innerHTML");',
  'void ("requestIdleCallback" in window && "serviceWorker" in navigator);',
  'void (typeof localStorageText === "string" || localStorageText === "localStorage");',
  'switch (kind) { case "sessionStorage": break; }',
  "void link.href; void image.src; void node.nodeValue; void element.textContent;",
  "{ const { href, src, nodeValue } = link; void [href, src, nodeValue]; }",
  "void value.constructor.name;",
  'import { site } from "../../vocabulary/site.ts"; void site.cookie;',
  "setTimeout(later, 1); setTimeout(() => 1);",
  "label: for (;;) break label;",
  "class Opens { open = 1; fetch() { return this.open; } }",
  'void ["a"].includes("fetch"); void "open".length;',
  "{ const { search, hash } = location; void [search, hash]; }",
  "{ let hash = 0; hash = 1; void hash; }",
  "void [link.hostname, url.pathname, script.text, input.placeholder, node.role];",
  "{ let view = { url: 1 }; view = { url: 2 }; void view.url; }",
  'void { on: 1, text: "a", role: "b", content: "c" }; once.only = 1;',
  "void (typeof document === 'undefined' || node === document);",
  "{ const root = document; void root.readyState; }",
  'import type { Channel } from "../../vocabulary/channels.ts";',
];
