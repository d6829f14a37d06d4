import { expect, type Page } from "playwright/test";

/** Everything that the page complains of, from its beginning. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

/**
 * Looks at the page's body just before each frame is painted: a resize observation that begins in a
 * frame is told after all of its callbacks and after layout, and nothing but painting comes then.
 */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const painted: string[] = [];
    let count = 0;
    const look = () => {
      // A new one each time: observers are told in the order in which they were made.
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        count++;
        const html = document.body?.outerHTML.replace(/<script.*?<\/script>|<!--.*?-->/gs, "") ?? "";
        if (html !== painted.at(-1)) painted.push(html);
      });
      // In the first frame of a slow page there may be no element yet.
      if (document.documentElement) observer.observe(document.documentElement);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { painted, framesPainted: () => count });
  });
}

interface Watched {
  painted: string[];
  framesPainted(): number;
}

/** Lets so many frames be painted. */
export async function frames(page: Page, count = 3): Promise<void> {
  await page.evaluate(async (count) => {
    const { framesPainted } = window as unknown as Watched;
    const end = framesPainted() + count;
    while (framesPainted() < end) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

/** What was painted so far, each change once. */
export const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Watched).painted);

/** Forgets what was painted before an act. */
export const forgetFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as Watched).painted.length = 0;
  });

/** The owner's number, however the fixtures write it. */
const OWN_NUMBER = /(0|\+33 ?)1[ .]?23[ .]?45[ .]?67[ .]?89/g;

/** No frame since the last look showed the owner's number. */
export async function expectNoWrongFrame(page: Page): Promise<void> {
  await frames(page);
  const wrong = (await painted(page)).flatMap((html) => html.match(OWN_NUMBER) ?? []);
  expect(wrong, "painted").toEqual([]);
}
