/**
 * Shows the picture of a tracked number in the place of the owner's, where the site maps one to the other.
 *
 * @param element the image, or a source of its picture
 * @returns how many attributes changed
 */
export declare function swapImage(element: Element, shownFor: (number: string) => string): number;
