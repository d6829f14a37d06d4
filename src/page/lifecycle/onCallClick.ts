/** Calls back with the link of each tap on one that dials, before the page's own handlers can stop it. */
export function onCallClick(callback: (href: string) => void): void {
  addEventListener(
    "click",
    ({ target }) => {
      const link = (target as Element).closest?.('a[href^="tel:" i]');
      if (link) callback(link.getAttribute("href") as string);
    },
    true,
  );
}
