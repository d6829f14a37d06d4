import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/**
 * Addresses and prefixes of proxies whose `X-Forwarded-For` is believed.
 * @param list `MGT_TRUST_PROXY`: separated by commas or spaces, such as `10.0.0.0/8, ::1`
 * @throws {TypeError} naming the part that is neither
 */
export function trustedProxies(list: string): BlockList {
  const trusted = new BlockList();
  for (const part of list.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", prefix] = part.split("/");
    const family = FAMILIES[isIP(address)];
    const bits = Number(prefix ?? family?.bits);
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > family.bits || prefix === "") {
      throw new TypeError(`MGT_TRUST_PROXY: "${part}" is neither an address nor a prefix`);
    }
    trusted.addSubnet(address, bits, family.name);
  }
  return trusted;
}

const FAMILIES: Readonly<Record<number, { name: "ipv4" | "ipv6"; bits: number }>> = {
  4: { name: "ipv4", bits: 32 },
  6: { name: "ipv6", bits: 128 },
};

/** The right-most address that no trusted proxy vouches for: what stands left of it may be invented. */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  let client = plainAddress(request.socket.remoteAddress ?? "");
  const forwarded = request.headers["x-forwarded-for"];
  if (forwarded === undefined) return client;
  const hops = String(forwarded)
    .split(",")
    .map((hop) => plainAddress(hop.trim()));
  while (hops.length > 0 && isTrusted(client, trusted)) {
    const hop = hops.pop() ?? "";
    if (isIP(hop) === 0) break;
    client = hop;
  }
  return client;
}

/**
 * Whether a request comes from this machine itself: not through a proxy that stands on it, which says whom it
 * speaks for (or should: one that hides it makes everybody local).
 */
export function isLoopback(request: IncomingMessage, trusted: BlockList): boolean {
  const { forwarded, "x-forwarded-for": hops } = request.headers;
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  if (hops === undefined ? forwarded !== undefined : !isTrusted(peer, trusted)) return false;
  return isTrusted(clientAddress(request, trusted), LOOPBACK);
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

export function isTrusted(address: string, trusted: BlockList): boolean {
  const family = FAMILIES[isIP(address)];
  return family !== undefined && trusted.check(address, family.name);
}

/** Without the port that some proxies add, and IPv4 as itself where the socket wraps it in IPv6. */
export function plainAddress(address: string): string {
  const bare = address.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return bare.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** An IPv6 subscriber holds a /64 and may change address within it at will. */
export function limitedPrefix(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array(zeros).fill("0"), ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
