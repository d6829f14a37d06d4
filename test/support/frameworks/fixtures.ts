import type { Page } from "playwright/test";
import { national } from "../garage.ts";
import type { PageParts, TestSite } from "../TestSite.ts";
import { type App, type AppState, INITIAL } from "./appState.ts";
import { type Build, forPage, forServer } from "./build.ts";

export const BUILDS: readonly Build[] = ["production", "development"];

/** Files of each fixture, and the mark by which its usual meta-framework says that it will hydrate. */
export const FRAMEWORKS = {
  React: { client: "react.jsx", server: "react.server.jsx", mark: ['<div id="__next">', "</div>"] },
  Vue: { client: "vue.ts", server: "vue.server.ts", mark: ['<div id="__nuxt">', "</div>"] },
  Svelte: {
    client: "svelte.svelte.js",
    server: "svelte.server.js",
    mark: ['<div data-sveltekit-preload-data="hover">', "</div>"],
  },
} as const;

export type FrameworkName = keyof typeof FRAMEWORKS;

/** A page that holds the fixture, with the site's script in its head. */
export async function servePage(
  site: TestSite,
  path: string,
  {
    name,
    build,
    markup = "",
    mark = ["", ""],
    head = "",
  }: {
    name: FrameworkName;
    build: Build;
    /** What the server rendered. */
    markup?: string;
    mark?: readonly [string, string];
    head?: string;
  },
): Promise<void> {
  const file = `/${name}.${build}.js`;
  site.file(file, await forPage(FRAMEWORKS[name].client, build), "text/javascript; charset=utf-8");
  site.page(path, {
    head,
    script: inHead(site),
    body: `${mark[0]}<div id="app">${markup}</div>${mark[1]}<script src="${file}"></script>`,
  } satisfies PageParts);
}

/** The site's script as one that the parser waits for: the earliest that it can come. */
export const inHead = (site: TestSite): string => site.tag.replace(" async", "");

/** The fixture's markup as its server renders it. */
export async function serverMarkup(name: FrameworkName, build: Build): Promise<string> {
  const { render } = await forServer<{ render(): string | Promise<string> }>(FRAMEWORKS[name].server, build);
  return render();
}

/** Changes the fixture's state in a task of its own, or in a frame's callback. */
export const set = (page: Page, changes: Partial<AppState>, when: "task" | "frame" = "task"): Promise<void> =>
  page.evaluate(
    async ({ changes, when }) => {
      const { app } = window as unknown as { app: App };
      if (when === "frame")
        await new Promise<void>((resolve) =>
          requestAnimationFrame(() => {
            app.set(changes);
            resolve();
          }),
        );
      else await app.set(changes);
    },
    { changes, when },
  );

export const unmount = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { app: App }).app.unmount());

/** What the fixture shows, text and attributes. */
export const read = (page: Page): Promise<Record<string, string | null | undefined>> =>
  page.evaluate(() => {
    const of = (selector: string) => document.querySelector(selector);
    const call = of("#call");
    return {
      main: of("#main")?.textContent,
      counter: of("#counter")?.textContent,
      split: of("#split")?.textContent,
      href: call?.getAttribute("href"),
      title: call?.getAttribute("title"),
      label: call?.getAttribute("aria-label"),
      conditional: of("#conditional")?.textContent,
      bare: of("#bare")?.textContent,
      items: [...document.querySelectorAll("#items li")].map(({ textContent }) => textContent).join(", "),
    };
  });

/** What it has to show: the state, with this number (E.164) in place of the owner's. */
export function view(number: string, changes: Partial<AppState> = {}): Record<string, string | undefined> {
  const { phone, tail, calls, isOpen, items } = { ...INITIAL, ...changes };
  const written = phone.includes(".") ? national(number).replaceAll(" ", ".") : national(number);
  const shown = /\d/.test(phone) ? written : phone;
  return {
    main: `Appelez le ${shown}`,
    counter: `${calls} appels au ${shown}`,
    split: tail === INITIAL.tail ? `${national(number)} merci` : `01 23 45 ${tail} merci`,
    href: `tel:${number}`,
    title: `${calls} : ${shown}`,
    label: `Appeler le ${shown}`,
    conditional: isOpen ? shown : undefined,
    bare: isOpen ? `Tél. ${shown} ou ${shown}` : "Tél.  ou ",
    items: items.map((item) => `${item} : ${shown}`).join(", "),
  };
}

/** Remembers the page's present nodes. */
export const keepNodes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const nodes: Node[] = [];
    const walker = document.createTreeWalker(document.querySelector("#app") as Element);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    Object.assign(window, { nodes });
  });

/**
 * Which of those are no longer on the page: elements, and texts but in Vue, which sets the `textContent` of
 * an element that holds nothing else, and so replaces its text itself.
 */
export const lostNodes = (page: Page, name: FrameworkName): Promise<string[]> =>
  page.evaluate(
    (kinds) =>
      (window as unknown as { nodes: Node[] }).nodes
        .filter((node) => !node.isConnected && kinds.includes(node.nodeType))
        .map((node) => `${node.nodeName} ${node.nodeValue ?? (node as Element).id}`),
    name === "Vue" ? [1] : [1, 3],
  );
