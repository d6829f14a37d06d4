import { LifePlayer } from "./LifePlayer.ts";
import type { FenceManager, Plan } from "./Plan.ts";

/** Plays what it is given, for as long as there is something. */
async function work(): Promise<void> {
  const manager: FenceManager = await (await fetch("/fence/manager")).json();
  const guard = new LifePlayer(manager);
  // Frames call it before their own scripts.
  Object.assign(window, { guard });
  let body = "";
  for (;;) {
    const plan: Plan = await (await fetch("/fence/next", { method: "POST", body })).json();
    body = JSON.stringify(await guard.play(plan));
  }
}

void work();
