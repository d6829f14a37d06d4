/** Calls back with the link of each tap on one that dials, before the page's own handlers can stop it. */
export declare function onCallClick(callback: (href: string) => void): void;
