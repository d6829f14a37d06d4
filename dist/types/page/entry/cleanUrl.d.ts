/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters that are
 * kept, with what looks like an e-mail address, a phone number or a token cut out. A parameter kept by
 * its very name may hold a token: a condition compares it, or it is a click id.
 *
 * @returns `""` for what is no web address
 */
export declare function cleanUrl(href: string): string;
