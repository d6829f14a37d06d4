/** Calls back with the dialled link of each tap, before the page's own handlers can stop it. */
export declare function onCallClick(callback: (href: string) => void): void;
