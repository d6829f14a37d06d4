/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters that are
 * kept, with what looks like an e-mail address, a phone number or a token replaced by `*`.
 *
 * @param keeps whether a query parameter is kept
 * @param keepsAsItIs whether it is kept by its very name, and so may hold a token: a condition compares
 *   it, or it is a click id
 * @returns `""` for what is no URL
 */
export declare function cleanUrl(href: string, keeps: (name: string) => boolean, keepsAsItIs: (name: string) => boolean): string;
