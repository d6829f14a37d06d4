import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM_FLAGS, findChromium } from "../../findChromium.ts";
import { bundled } from "../bundled.ts";
import type { Answer, TestSite } from "../TestSite.ts";
import type { Life } from "./Life.ts";
import type { FenceManager, Plan } from "./Plan.ts";

/** A life takes a tenth of a second; a page that says nothing for so long, milliseconds, is dead. */
const SILENCE = 120_000;

/**
 * Plays lives in a Chromium that nobody debugs: the driver's own bookkeeping of frames and requests would
 * take most of the time. The page asks for its next plan with what it saw of the last one.
 */
export class FencePlayer {
  readonly #folder = mkdtempSync(join(tmpdir(), "mgt-fence-"));
  readonly #browser: ChildProcess;
  /** The page, which waits for a plan. */
  #give: (plan: Plan) => void = () => {};
  #isAsked = Promise.withResolvers<void>();
  #life = Promise.withResolvers<Life>();

  private constructor(url: string) {
    this.#browser = spawn(
      findChromium(),
      [
        "--headless=new",
        ...CHROMIUM_FLAGS,
        "--host-resolver-rules=MAP * 127.0.0.1",
        `--user-data-dir=${this.#folder}`,
        url,
      ],
      { stdio: "ignore" },
    );
    // A run that is cut short leaves no browser behind.
    process.once("exit", () => this.#browser.kill());
    this.#browser.on("error", (error) => this.#life.reject(error));
    this.#browser.on("exit", () => this.#life.reject(new Error("the browser is gone")));
    // Not until somebody waits for it.
    this.#life.promise.catch(() => {});
  }

  static async start(site: TestSite, manager: FenceManager): Promise<FencePlayer> {
    const type = "text/html; charset=utf-8";
    const page =
      '<!doctype html><html lang="fr"><head><meta charset="utf-8"><script>parent.guard.enter(window)</script></head><body><p>Appelez le 01 23 45 67 89</p></body></html>';
    site.file("/fence/page", page, type, { "Cache-Control": "max-age=3600" });
    site.file("/fence/runner.js", await bundled("./fence/runner.ts"), "text/javascript");
    site.file("/fence/", '<!doctype html><body><script src="/fence/runner.js"></script></body>');
    site.file("/fence/manager", JSON.stringify(manager), "application/json");
    const player = new FencePlayer(site.url("/fence/"));
    site.folder("/fence/next", (_, { body }) => player.#next(body));
    return player;
  }

  async #next(life: string): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Plan>();
    this.#give = resolve;
    if (life) this.#life.resolve(JSON.parse(life));
    this.#isAsked.resolve();
    return { body: JSON.stringify(await promise), headers: { "Content-Type": "application/json" } };
  }

  async play(plan: Plan): Promise<Life> {
    await Promise.race([this.#isAsked.promise, this.#life.promise]);
    this.#isAsked = Promise.withResolvers();
    this.#life = Promise.withResolvers();
    const { promise, reject } = this.#life;
    const watch = setTimeout(() => {
      reject(new Error(`no life within ${SILENCE / 1_000} s: the page stands still`));
      // So that nothing waits for it again.
      this.#browser.kill();
    }, SILENCE);
    this.#give(plan);
    return promise.finally(() => clearTimeout(watch));
  }

  async close(): Promise<void> {
    const isGone = new Promise((resolve) => this.#browser.once("exit", resolve));
    if (this.#browser.exitCode === null && this.#browser.kill()) await isGone;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
