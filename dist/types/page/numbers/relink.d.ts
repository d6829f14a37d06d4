import { type Recogniser } from "./recognise.js";
/** A link that dials another number: always E.164; parameters and what is dialled after it are kept. */
export declare const relink: (href: string, recognisers: Recogniser[]) => string;
/** The site's number that a link dials. */
export declare const dialledIn: (href: string, recognisers: Recogniser[]) => Recogniser | undefined;
