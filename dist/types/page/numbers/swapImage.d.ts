/**
 * Shows the picture of a tracked number in the place of the owner's, where the site maps one to the other.
 *
 * @param write writes an attribute so that its original can be restored
 * @returns how many attributes changed
 */
export declare function swapImage(image: Element, shownFor: (number: string) => string, write: (attribute: Attr, before: string, after: string) => number): number;
