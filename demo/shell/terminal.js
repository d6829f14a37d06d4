/** Names that the demo clears for a new visitor: ours, and the manager's own cookie. */
const COOKIES = ["mgt_visitor", "tarteaucitron"];
const SESSION = "mgt_session";

function cookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? undefined : found.slice(name.length + 1);
}

/** Cookies and local storage of this origin as they are now; the frame's are the shell's. */
export function readTerminal() {
  return {
    visitor: cookie("mgt_visitor"),
    session: localStorage.getItem(SESSION) ?? undefined,
    manager: cookie("tarteaucitron"),
  };
}

export function clearTerminal() {
  for (const name of COOKIES) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox 115 and Safari 16.4
    document.cookie = `${name}=; Path=/; Max-Age=0`;
  }
  localStorage.removeItem(SESSION);
}

/** @returns the session as an object, or `undefined` when there is none or it cannot be read. */
export function parseSession(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
