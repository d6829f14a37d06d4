/** A URL, nothing for what is none. `URL.canParse` came later than the browsers that the script supports. */
export function parseUrl(href: string): URL | undefined {
  try {
    return new URL(href);
  } catch {
    return undefined;
  }
}
