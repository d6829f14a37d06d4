/**
 * Where auto-tagging has put a second `?` before its parameter, and where a template has escaped the `&` twice:
 * "?page=2?gclid=x", "?a=1&amp;utm_source=b"
 */
const BROKEN = /\?(?<=\?.*\?)(?=utm_|gad_|\w+(?:clk?|bra)id=)|amp;(?<=\?(?:.*&)?amp;)/g;

/** A URL with the query that was meant. */
export const mendedUrl = (href: string): URL => new URL(href.replace(BROKEN, "&"));
