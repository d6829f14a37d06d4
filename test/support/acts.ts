import type { Page } from "playwright/test";
import { settled } from "./expectRequests.ts";

/** Says "yes" or "no" as the site itself. */
export async function say(page: Page, granted: boolean): Promise<void> {
  await settled(page);
  await page.evaluate((granted) => window.mgt("consent", granted), granted);
}

/** A queue that holds commands until the script comes, with these in it. */
export const queued = (...commands: string[]): string =>
  `<script>window.mgt = window.mgt || function () { (mgt.q = mgt.q || []).push(arguments) }; ${commands.map((command) => `mgt(${command});`).join(" ")}</script>`;

/** On every page of the site, as the owner's own consent tool would. */
export const GRANTED = queued('"consent", true');
