/** Calls back with the dialled link of each tap, before the page's own handlers can stop it. */
export function onCallClick(callback: (href: string) => void): void {
  addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element && target.closest('a[href^="tel:" i]');
      if (link) callback(link.getAttribute("href") as string);
    },
    true,
  );
}
