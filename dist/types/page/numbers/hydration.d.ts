/**
 * Whether numbers have to be left alone for now. A mark may be seen only once the page has loaded: small
 * ones have before their first frame.
 *
 * @param callback told when they no longer have to
 */
export declare function mustWait(callback: () => void): boolean;
