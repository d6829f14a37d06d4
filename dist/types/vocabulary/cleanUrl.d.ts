import type { ParamRules } from "./keptParams.js";
/**
 * A URL as it may be stored or sent: no fragment, no credentials, only the query parameters that are
 * kept, with what looks like an e-mail address, a phone number or a token replaced by `*`.
 *
 * @returns `""` for what is no URL
 */
export declare function cleanUrl({ keeps, keepsAsItIs }: ParamRules, href: string): string;
