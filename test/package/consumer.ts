/** How an owner's own code uses the package: compiled by the test, never run. */
import { type Mgt, type MgtDetails, type SiteInput, start } from "mgt-snippet";
import type { MgtCommand } from "mgt-snippet/global";
import "mgt-snippet/global";

const site: SiteInput = {
  key: "mod-types",
  mode: "parcours",
  numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
  conditions: [{ id: "ads", source: "Ads", when: { param: "gclid" }, numbers: { main: "+33184880001" } }],
  consent: { manager: "tarteaucitron", key: "magnetis" },
};
const functions: Mgt = start(site);
const changed: number = functions.swap(document.body);
const stop: () => void = functions.number("+33123456789", (tracked) => tracked.startsWith("+"));
functions.on("swap", (detail) => detail.changed + changed);
functions.on("consent", ({ status, manager }: MgtDetails["consent"]) => `${status} ${manager}`);
stop();

// @ts-expect-error: no mode
start({ key: "mod-types", mode: "everything" });
// @ts-expect-error: no event
functions.on("swapped", () => {});
// @ts-expect-error: only of `swap`
functions.on("ready", ({ changed }) => changed);

// The queue that may stand earlier in the page.
const queue: unknown[][] = [];
window.mgt ||= Object.assign((...call: unknown[]) => void queue.push(call), { q: queue }) as MgtCommand;

const command = window.mgt;
command("consent", true);
command("object");
command("forget");
command("page");
command("page", "/next");
command("export", (copy: unknown) => copy);
command("on", "ready", ({ level, mode, to_swap }) => `${level} ${mode} ${to_swap[0]?.tracked}`);
command("off", "ready", () => {});
const places: number | undefined = command("swap", document.body);
const end: (() => void) | undefined = command("number", "+33123456789", (tracked) => tracked.length);
end?.();
mgt?.("consent", !places);

// @ts-expect-error: no command
command("swapAll");
// @ts-expect-error: a yes or a no
command("consent", "yes");
// @ts-expect-error: its callback is missing
command("number", "+33123456789");
// @ts-expect-error: only of `swap`
command("on", "ready", ({ changed }) => changed);

document.addEventListener("mgt:swap", ({ detail }) => detail.changed.toFixed());
document.addEventListener("mgt:consent", ({ detail: { status } }) => status === "granted");
document.addEventListener("mgt:entry", ({ detail }) => detail.landing.length);
document.addEventListener("mgt:call", ({ detail }) => detail.tracked.length);
// @ts-expect-error: only of `mgt:swap`
document.addEventListener("mgt:ready", ({ detail }) => detail.changed);
