/** @import { Entry, Session } from "./types.ts" */

const VISITOR = "mgt_visitor";
const SESSION = "mgt_session";

/** @returns {Entry[]} */
function cookies() {
  return document.cookie
    .split("; ")
    .filter(Boolean)
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), where: "cookie" };
    });
}

/** @returns {Entry[]} */
function items() {
  return Object.keys(localStorage).map((name) => ({
    name,
    value: localStorage.getItem(name) ?? "",
    where: "localStorage",
  }));
}

/** @param {readonly string[]} patterns names, or beginnings of names that end in `*` */
function named(patterns) {
  const matches = ({ name }) =>
    patterns.some((pattern) =>
      pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    );
  return [...cookies(), ...items()].filter(matches);
}

/**
 * Cookies and local storage of this origin as they are now; the frame's are the shell's. Ours are `visitor`
 * and `session`; `manager` is what the consent manager itself wrote: `[{ name, value, where }]`.
 * @param {readonly string[]} patterns of the manager's own names
 */
export function readTerminal(patterns) {
  return {
    visitor: cookies().find(({ name }) => name === VISITOR)?.value,
    session: localStorage.getItem(SESSION) ?? undefined,
    manager: named(patterns),
  };
}

/**
 * For a new visitor.
 * @param {readonly string[]} patterns of the managers' names
 */
export function clearTerminal(patterns) {
  const names = named(patterns);
  for (const name of [VISITOR, ...names.filter(({ where }) => where === "cookie").map((each) => each.name)]) {
    // vanilla-cookieconsent names the host as the cookie's domain, which makes it another cookie.
    for (const domain of ["", `; Domain=${location.hostname}`]) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox 115 and Safari 16.4
      document.cookie = `${name}=; Path=/; Max-Age=0${domain}`;
    }
  }
  for (const { name, where } of names) if (where === "localStorage") localStorage.removeItem(name);
  localStorage.removeItem(SESSION);
}

/**
 * @param {string | undefined} text
 * @returns {Session | undefined} what the page wrote, unless there is none or it cannot be read
 */
export function parseSession(text) {
  return parseJson(text);
}

/**
 * @param {string | undefined} text
 * @returns {any} `undefined` where there is none, or it cannot be read
 */
export function parseJson(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
