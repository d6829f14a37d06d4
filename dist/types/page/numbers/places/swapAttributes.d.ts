import type { Reading } from "../text/rewrite.js";
/** Attributes that may hold numbers. */
export declare const attributes: () => string[];
/** Natively finds the elements with an attribute that may hold a number, and those that name theirs. */
export declare function selectorOf(isNew: boolean): string;
export declare function swapAttribute(attribute: Attr, reading: Reading): number;
/** @returns how many attributes changed */
export declare function swapAttributes(element: Element, reading: Reading): number;
