/** Where the frame's pages come from, and the address of our script. */
export interface Page {
  origin: string;
  script: string;
}

/** Whether a page may ask for it by itself: what it is made of, and our script. Nothing else is let through. */
export function isOfThePage(how: string, url: string, page: Page): boolean {
  if (/^(data|blob|about):/.test(url)) return true;
  const { origin, pathname } = new URL(url);
  return (
    (origin === page.origin && pathname.startsWith("/demo/")) || (how === "Script" && url === page.script)
  );
}
