import { type Place, type Recogniser } from "./recognise.js";
/** Where any number stands, the owner's or not: in an element that says whose number it shows. */
export declare function recogniseAny(text: string, { prefix, significant }: Recogniser): Place[];
