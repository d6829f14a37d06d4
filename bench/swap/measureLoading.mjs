import { OWN } from "./generatePage.mjs";
import { page as markup, openPage, script } from "./html.mjs";
import { median } from "./median.mjs";
import { noteFrames, noteShifts } from "./probes.mjs";
import { readTrace } from "./readTrace.mjs";

const SCRIPT = "/mgt.js";
/** Ours for a site with `swapAt: "load"`. */
const LATE_SCRIPT = "/mgt.load.js";
const CHUNK = 16 * 1024;
/** Between two chunks: 16 kB each 5 ms are 26 Mbit/s. */
const CHUNK_MS = 5;
const VIEWPORT = { width: 1280, height: 800 };

/**
 * Ways to load the page. `head`, `end`: markup; `inserts`: the content comes at once, from the page's own
 * script, after the page has loaded; `watched`: looking at each frame takes time, so never with the tasks;
 * `isControl`: its frames must be found wrong, or the detector proves nothing.
 * @type {{
 *   key: string,
 *   name: string,
 *   watched: ("tasks" | "frames")[],
 *   head?: string,
 *   end?: string,
 *   inserts?: true,
 *   isControl?: true,
 * }[]}
 */
const LOADINGS = [
  { key: "streamed_without", name: "streamed, without the script", watched: ["tasks"] },
  { key: "streamed", name: "streamed, script in <head>", head: script(SCRIPT), watched: ["tasks", "frames"] },
  {
    key: "streamed_async",
    name: "streamed, async script in <head>",
    head: script(SCRIPT).replace(" src", " async src"),
    watched: ["frames"],
  },
  {
    key: "inserted_without",
    name: "inserted at once, without the script",
    inserts: true,
    watched: ["tasks"],
  },
  {
    key: "inserted",
    name: "inserted at once, script in <head>",
    head: script(SCRIPT),
    inserts: true,
    watched: ["tasks", "frames"],
  },
  {
    key: "control",
    name: "control: script at the end, swaps at load",
    end: script(LATE_SCRIPT),
    watched: ["frames"],
    isControl: true,
  },
];

const PROBES = { tasks: noteShifts(), frames: noteFrames(OWN) };

/** Adds the pages to what is served; both scripts must be there, and the content at `/{size}/html`. */
export function serveLoadings(files, { html, expected }) {
  for (const { key, head = "", end = "", inserts, watched } of LOADINGS)
    for (const what of watched)
      files.set(`/${key}/${what}`, (response) =>
        stream(response, openPage(PROBES[what] + head), `${inserts ? "" : html}${end}</body></html>`),
      );
  files.set("/picture/ours", markup(script(SCRIPT), html));
  files.set("/picture/expected", markup("", expected));
  files.set("/picture/owner", markup("", html));
}

/** As a network would bring it: the head, then chunk after chunk. */
function stream(response, head, rest) {
  response.write(head);
  let at = 0;
  const next = () => {
    response.write(rest.slice(at, at + CHUNK));
    at += CHUNK;
    if (at < rest.length) setTimeout(next, CHUNK_MS);
    else response.end();
  };
  setTimeout(next, CHUNK_MS);
}

/**
 * Of the tasks of a loading, medians: `readTrace`'s figures, and the greatest `shift`; of its frames, of all
 * rounds: `frames`, those `wrong`, those where the owner's number is `shown` or `dialled` in the window,
 * `left`: places that hold it at the end.
 *
 * @typedef {{ key: string, name: string, isControl: boolean | undefined } & Partial<Record<
 *   | "longTasks" | "own" | "longest" | "madeLong" | "shift"
 *   | "frames" | "wrong" | "shown" | "dialled" | "left", number>>} Loaded
 */

/**
 * What the script costs a page while it loads, and what is painted meanwhile.
 *
 * @returns {Promise<Loaded[]>} one row per loading
 */
export async function measureLoading(browser, origin, { size, rate, rounds }) {
  /** @type {Record<string, Record<"tasks" | "frames", any[]>>} */
  const runs = Object.fromEntries(LOADINGS.map(({ key }) => [key, { tasks: [], frames: [] }]));
  for (let round = 0; round < rounds; round++)
    for (const loading of LOADINGS)
      for (const what of loading.watched)
        runs[loading.key][what].push(await run(browser, origin, loading, what, { size, rate }));
  return LOADINGS.map(({ key, name, isControl }) => {
    const { tasks, frames } = runs[key];
    const all = (list, field) => list.map((entry) => entry[field]);
    const total = (list, field) => all(list, field).reduce((sum, value) => sum + value, 0);
    return {
      key,
      name,
      isControl,
      ...(tasks.length > 0 && {
        longTasks: median(all(tasks, "longTasks")),
        own: median(all(tasks, "own")),
        longest: median(all(tasks, "longest")),
        madeLong: median(all(tasks, "madeLong")),
        shift: Math.max(...all(tasks, "shift")),
      }),
      ...(frames.length > 0 && {
        frames: total(frames, "frames"),
        wrong: total(frames, "wrong"),
        shown: total(frames, "shown"),
        dialled: total(frames, "dialled"),
        left: Math.max(...all(frames, "left")),
      }),
    };
  });
}

const FINISH = { tasks: finishTasks, frames: finishFrames };

async function run(browser, origin, { key, inserts = false }, what, { size, rate }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    if (what === "tasks")
      await browser.startTracing(page, {
        categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8"],
      });
    await page.goto(`${origin}/${key}/${what}`, { waitUntil: "load" });
    if (inserts)
      await page.evaluate(async (path) => {
        const html = await (await fetch(path)).text();
        document.body.innerHTML = html;
      }, `/${size}/html`);
    return await FINISH[what](browser, origin, page);
  } finally {
    await context.close();
  }
}

/** Until two frames are painted, and what waited for idle time has run. */
const settle = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    for (const wait of [frame, frame, idle, idle]) await wait();
  });

async function finishTasks(browser, origin, page) {
  await settle(page);
  const shift = await page.evaluate(() => window.layoutShift());
  return { ...readTrace(await browser.stopTracing(), origin, SCRIPT), shift };
}

async function finishFrames(_browser, _origin, page) {
  await settle(page);
  // A script that waits for the load swaps when it is idle.
  await page
    .waitForFunction(() => window.wrongPlaces().length === 0, undefined, { timeout: 3_000 })
    .catch(() => {});
  return page.evaluate(() => ({ ...window.seen, left: window.wrongPlaces().length }));
}

/**
 * Whether the window with our script looks, to the pixel, like the page that holds the tracked number from
 * the start, and unlike the owner's page.
 */
export async function comparePictures(browser, origin) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const pictures = [];
    for (const name of ["ours", "expected", "owner"]) {
      const page = await context.newPage();
      await page.goto(`${origin}/picture/${name}`, { waitUntil: "load" });
      // Where the first number stands, in whichever form.
      await page.evaluate(() => {
        const number = /01 (23 45 67 89|84 88 00 00)/;
        const found = [...document.querySelectorAll("p, li, td, address")];
        found.find(({ textContent }) => number.test(textContent))?.scrollIntoView({ block: "center" });
      });
      pictures.push(await page.screenshot({ animations: "disabled" }));
      await page.close();
    }
    const [ours, expected, owner] = pictures;
    return ours.equals(expected) && !ours.equals(owner);
  } finally {
    await context.close();
  }
}
