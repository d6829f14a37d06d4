/** A URL, nothing for what is none. `URL.canParse` came with Chrome 120 and Safari 17: https://developer.mozilla.org/en-US/docs/Web/API/URL/canParse_static */
export function parseUrl(href: string): URL | undefined {
  try {
    return new URL(href);
  } catch {
    return undefined;
  }
}
