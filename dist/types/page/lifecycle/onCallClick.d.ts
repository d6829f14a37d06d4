/** Calls back with the link of each tap on one that dials. */
export declare function onCallClick(callback: (href: string) => void): void;
