/** A URL, nothing for what is none. `URL.canParse` came later than the browsers that the script supports. */
export declare function parseUrl(href: string): URL | undefined;
