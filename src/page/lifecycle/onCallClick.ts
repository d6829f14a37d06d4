import { listen } from "../ground/listen.ts";

/** Calls back with the link of each tap on one that dials. */
export function onCallClick(callback: (href: string) => void): void {
  listen(["click"], ({ target }) => {
    const link = (target as Element).closest?.('a[href^="tel:" i]');
    if (link) callback(link.getAttribute("href") as string);
  });
}
