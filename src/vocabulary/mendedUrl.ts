/** Where auto-tagging has put a second `?` before its parameter: "?page=2?gclid=x" */
const SECOND = /\?(?=utm_|gad_|\w+(?:clk?|bra)id=)/g;
/** Where a template has escaped the `&` twice: "?a=1&amp;utm_source=b" */
const ESCAPED = /(^|&)amp;/g;

/** A URL with the query that was meant. */
export const mendedUrl = (href: string): URL =>
  new URL(href.replace(/\?.*/s, (query) => `?${query.slice(1).replace(SECOND, "&").replace(ESCAPED, "$1")}`));
