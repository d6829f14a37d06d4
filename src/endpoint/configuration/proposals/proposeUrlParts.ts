import { normaliseOrigin } from "../normaliseOrigin.ts";
import { isPublicSuffix } from "../publicSuffix.ts";
import { visible } from "./invisible.ts";

const HOST = /^(\*\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*(:\d+)?$/u;

/** Scheme, host and what follows of something that may be a URL, or a host with more or less around it. */
function partsOf(written: string): { scheme: string; host: string; path: string; query: string } | undefined {
  const [, scheme = "", host = "", path = "", query = ""] =
    /^(?:(\w+):?\/\/?)?([^/?#\s]*)([^?#]*)(\?[^#]*)?/.exec(
      visible(written).replaceAll("\\", "/").replace(/^\/\//, "https://"),
    ) ?? [];
  return { scheme: scheme.toLowerCase(), host: host.replace(/^\.|[.,;]$/g, ""), path, query };
}

const isHost = (host: string) => HOST.test(host) && (host.includes(".") || /^localhost(:\d+)?$/.test(host));

/** `https://host[:port]` out of a page's URL, a host, or a host with a star where none may be. */
export function proposeOrigin(written: string): string | undefined {
  const { scheme = "", host: named = "" } = partsOf(written) ?? {};
  const host = named.replace(/^.*@/, "");
  // A star stands for subdomains at the beginning only.
  const starred = host.includes("*") ? `*.${host.slice(host.lastIndexOf("*") + 1).replace(/^\./, "")}` : host;
  if (!isHost(starred) || (starred !== host && isPublicSuffix(starred.slice(2)))) return undefined;
  return normaliseOrigin(`${scheme === "http" ? "http" : "https"}://${starred}`);
}

/** The origins in a text that lists several. */
export const proposeOrigins = (written: string): string[] =>
  written.split(/[,;\s]+/).flatMap((part) => proposeOrigin(part) ?? []);

/** The host of a URL or of an e-mail address. */
export function proposeHost(written: string): string | undefined {
  const { host = "" } = partsOf(written.replace(/^.*@/, "")) ?? {};
  const bare = host.replace(/:\d+$/, "").toLowerCase();
  return isHost(bare) ? bare : undefined;
}

/** A domain for the cookie: a host without a star. */
export const proposeDomain = (written: string): string | undefined =>
  proposeHost(written.replace(/\*\./, ""))?.replace(/^\*\./, "");

/** The path of a URL, or of a path with its query. */
export function proposePath(written: string): string | undefined {
  const text = visible(written)
    .replaceAll("\\", "/")
    .replace(/^\^|\$$/g, "");
  // Two paths in one: none of them is meant alone.
  if (/[,;]\s*\//.test(text)) return undefined;
  if (/^(\w+:\/\/|www\.)/i.test(text)) {
    const { path = "" } = partsOf(text) ?? {};
    return path.replaceAll(/\s/g, "%20") || "/";
  }
  const [path = ""] = text.split(/[?#]/);
  if (!path) return text.startsWith("?") || text.startsWith("#") ? "*" : undefined;
  return (/^[/*]/.test(path) ? path : `/${path}`).replaceAll(/\s/g, "%20");
}

/** What of a path's query a rule of its own would hold: `?utm_source=x` → `{ "param": "utm_source", "is": "x" }`. */
export function queryRule(written: string): string | undefined {
  const { query = "" } = partsOf(written) ?? {};
  const [first] = new URLSearchParams(query);
  if (!first) return undefined;
  const [param, value] = first;
  return value && value !== "*"
    ? `{ "param": ${JSON.stringify(param)}, "is": ${JSON.stringify(value)} }`
    : `{ "param": ${JSON.stringify(param)} }`;
}
