import { type Instruments, instrument } from "./instrument.ts";
import type { Answers, FenceManager, Order, Outcome, Plan, Step } from "./Plan.ts";
import { VirtualClock } from "./VirtualClock.ts";

/**
 * Plays random lives in a frame of its own, and watches the fence: outside a "yes" nothing is written and
 * nothing is sent but the single record of a withdrawal; after one, both names are gone.
 */

type Framed = Window & typeof globalThis & { mgt?: ((...call: unknown[]) => unknown) & { running?: true } };

interface Act {
  what: string;
  wasAllowed: boolean;
}

/** What a record of a withdrawal may say. */
const WITHDRAWAL = [
  "id",
  "site",
  "receipt",
  "at",
  "status",
  "manager",
  "manager_version",
  "key",
  "signal",
  "notice",
  "script",
];
const NAMES = /^mgt_(visitor|session)$/;

class Fence {
  readonly #manager: FenceManager;
  readonly #clock = new VirtualClock();
  readonly #frame = document.createElement("iframe");
  #plan: Plan = { mode: "", gpc: false, first: "nothing", steps: [] };
  #outcome: Outcome = { violations: [], wasStored: false, wasWithdrawn: false };
  #acts: Act[] = [];
  /** Receipts of consents: stored, of those the ones that a record has to end, and ended by one. */
  #receipts = new Set<string>();
  #owed = new Set<string>();
  #withdrawn = new Set<string>();
  #answers: Answers = 204;
  #order: Order = "nothing";
  #status: string | undefined;
  #isHidden = false;
  #isObjected = false;
  #isSabotaged = false;
  /** … on any page of this life. */
  #wasSabotaged = false;
  /** The frame shows a document that has brought nothing yet. */
  #isFresh = false;
  #doing = "";

  constructor(manager: FenceManager) {
    this.#manager = manager;
    document.body.append(this.#frame);
  }

  get #script(): string {
    return this.#manager.scripts[this.#plan.mode] ?? "";
  }

  get #window(): Framed {
    return this.#frame.contentWindow as Framed;
  }

  /** A document begins in the frame: called before any script of its own. */
  enter(target: Framed): void {
    this.#isFresh = true;
    this.#status = undefined;
    this.#isObjected = false;
    this.#isSabotaged = false;
    this.#isHidden = false;
    this.#clock.install(target);
    const own = new RegExp(this.#manager.ownNames);
    const told: Instruments = {
      gpc: this.#plan.gpc,
      isHidden: () => this.#isHidden,
      answers: () => this.#answers,
      onWrite: (kind, name, value) => {
        if (own.test(name)) return;
        if (!NAMES.test(name)) this.#violate(`${kind} ${name} was written`);
        this.#outcome.wasStored = true;
        this.#act(`${kind} ${name} was written`);
        const receipt = name === "mgt_session" && (JSON.parse(value ?? "{}") as { consent?: string }).consent;
        if (receipt && !this.#receipts.has(receipt)) {
          // What was withdrawn while the manager threw, and granted again, nobody could hear.
          if (this.#wasSabotaged) this.#owed.clear();
          this.#receipts.add(receipt);
          this.#owed.add(receipt);
        }
      },
      onRequest: (kind, url, body) => {
        const { origin, pathname } = new URL(url);
        if (/^(data|blob|about):/.test(url) || (origin === location.origin && pathname.startsWith("/demo/")))
          return true;
        if (kind === "Script" && url === this.#script) return true;
        this.#request(`${kind} ${url}`, pathname, body);
        return false;
      },
    };
    instrument(target, told);
    target.document.addEventListener("mgt:consent", (event) => {
      this.#status = (event as CustomEvent<{ status: string }>).detail.status;
    });
  }

  #violate(what: string): void {
    this.#outcome.violations.push(`${this.#doing}: ${what}`);
  }

  #act(what: string): void {
    this.#acts.push({ what, wasAllowed: this.#isAllowed() });
  }

  #request(what: string, route: string, body = ""): void {
    const found = route === "/v1/consents" && (JSON.parse(body) as { status: string; receipt: string });
    if (found && found.status === "withdrawn") {
      const strange = Object.keys(found).filter((key) => !WITHDRAWAL.includes(key));
      if (strange.length > 0) this.#violate(`a withdrawal says ${strange}`);
      if (!this.#receipts.has(found.receipt)) this.#violate("a withdrawal of what was never consented");
      if (this.#withdrawn.has(found.receipt)) this.#violate("a second record of one withdrawal");
      this.#withdrawn.add(found.receipt);
      this.#outcome.wasWithdrawn = true;
    } else this.#act(what);
  }

  /** What the manager has told the page: one that is not on it tells nothing. */
  #told(): unknown {
    return "hasManager" in this.#window ? this.#ask(this.#manager.told) : undefined;
  }

  #ask(expression: string): unknown {
    try {
      return this.#window.Function(`return ${expression}`)();
    } catch {
      return undefined;
    }
  }

  #isAllowed(): boolean {
    return this.#told() === true && !this.#isObjected && (!this.#plan.gpc || this.#manager.own);
  }

  #names(): string[] {
    const { document, localStorage, sessionStorage } = this.#window;
    const cookies = document.cookie.split("; ").map((pair) => pair.split("=")[0] ?? "");
    return [...cookies, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean);
  }

  #held(): string[] {
    return this.#names().filter((name) => NAMES.test(name));
  }

  /** Neither ours nor the manager's. */
  #strangers(): string[] {
    const own = new RegExp(this.#manager.ownNames);
    return this.#names().filter((name) => !NAMES.test(name) && !own.test(name));
  }

  /** A task of the page is over, with all its microtasks. */
  readonly #afterTask = async (): Promise<void> => {
    // Before the task is over: all that came of it by promises, and nothing that was put off.
    for (let turns = 0; turns < 30; turns++) await undefined;
    if (this.#status === "denied" && this.#window.mgt?.running && this.#held().length > 0)
      this.#violate(`${this.#held()} outlived the task of the no`);
    await macrotask();
    for (const name of this.#strangers()) this.#violate(`${name} was written past the instruments`);
    const isAllowed = this.#isAllowed();
    for (const { what, wasAllowed } of this.#acts)
      if (!wasAllowed && !isAllowed) this.#violate(`${what} without a yes`);
    this.#acts = [];
    if (this.#window.mgt?.running) {
      const isNo = this.#told() === false || this.#isObjected;
      if (isNo && this.#status === "granted") this.#violate("a no was not heard in its task");
      if (this.#status === "denied" && this.#held().length > 0)
        this.#violate(`${this.#held()} outlived the no`);
    }
    if (this.#isFresh) await this.#arrive();
  };

  /** Brings what this page brings. */
  async #arrive(): Promise<void> {
    this.#isFresh = false;
    if (this.#window.document.readyState !== "complete")
      await new Promise((resolve) => this.#frame.addEventListener("load", resolve, { once: true }));
    for (const part of this.#order === "nothing" ? [] : this.#order.split(", "))
      await (part === "script" ? this.#bringScript() : this.#bringManager());
  }

  async #insert(tag: string, attributes: [string, string][]): Promise<void> {
    const { document } = this.#window;
    const element = document.createElement(tag);
    const loaded = new Promise((resolve) => {
      element.onload = element.onerror = resolve;
    });
    for (const [name, value] of attributes)
      if (name === "src") (element as HTMLScriptElement).src = value;
      else element.setAttribute(name, value);
    if (tag === "script") (element as HTMLScriptElement).async = false;
    document.head.append(element);
    if (attributes.some(([name]) => name === "src" || name === "href")) await loaded;
    await this.#afterTask();
  }

  async #bringScript(): Promise<void> {
    if (!this.#window.mgt?.running) await this.#insert("script", [["src", this.#script]]);
  }

  async #bringManager(): Promise<void> {
    const target = this.#window as Framed & { hasManager?: true };
    if (target.hasManager) return;
    target.hasManager = true;
    for (const part of new DOMParser().parseFromString(this.#manager.head, "text/html").head.children)
      await this.#insert(
        part.localName,
        [...part.attributes].map(({ name, value }) => [name, value]),
      );
    const { accept, withdraw } = this.#manager.clicks;
    const isShown = () => [accept[0], withdraw[0]].some((selector) => selector && this.#find(selector));
    for (let turns = 0; turns < 40 && !isShown(); turns++) await this.#clock.pass(25, this.#afterTask);
  }

  #find(selector: string): HTMLElement | null {
    return this.#window.document.querySelector(selector);
  }

  async #click(selectors: readonly string[]): Promise<void> {
    for (const selector of selectors) {
      this.#find(selector)?.click();
      await this.#afterTask();
      await this.#clock.pass(20, this.#afterTask);
    }
  }

  #run(script: string): void {
    try {
      this.#window.Function(script)();
    } catch {
      // The manager is not there.
    }
  }

  #turn(isHidden: boolean): void {
    const { document, PageTransitionEvent, Event } = this.#window;
    this.#isHidden = isHidden;
    document.dispatchEvent(new Event("visibilitychange"));
    const type = isHidden ? "pagehide" : "pageshow";
    this.#window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }

  async #do(step: Step): Promise<void> {
    switch (step.do) {
      case "script":
        return this.#bringScript();
      case "manager":
        return this.#bringManager();
      case "throw":
        this.#isSabotaged ||= this.#manager.sabotage !== "" && "hasManager" in this.#window;
        this.#wasSabotaged ||= this.#isSabotaged;
        return this.#run(this.#manager.sabotage);
      case "repeat":
        return this.#run(this.#manager.repeat);
      case "undecided":
        // Only while he is: what a manager fires before a choice is no reopening.
        if (typeof this.#told() !== "boolean")
          for (const script of this.#manager.undecided) this.#run(script);
        return;
      case "hide":
      case "show":
        return this.#turn(step.do === "hide");
      case "spa":
        return this.#window.history.pushState({}, "", `/spa-${Math.random()}`);
      case "object":
        if (!this.#window.mgt?.running) return;
        this.#isObjected = true;
        this.#window.mgt("object");
        return;
      case "endpoint":
        this.#answers = step.answers;
        return;
      case "navigate":
        return this.#navigate(step.order);
      case "wait":
        return this.#clock.pass(step.ms, this.#afterTask);
      default:
        return this.#click(this.#manager.clicks[step.do]);
    }
  }

  async #navigate(order: Order): Promise<void> {
    this.#order = order;
    const loaded = new Promise((resolve) => this.#frame.addEventListener("load", resolve, { once: true }));
    this.#frame.src = "/fence/page?gclid=TeSt-123";
    await loaded;
    await this.#afterTask();
  }

  async play(plan: Plan): Promise<Outcome> {
    this.#plan = plan;
    this.#outcome = { violations: [], wasStored: false, wasWithdrawn: false };
    this.#acts = [];
    this.#withdrawn = new Set();
    this.#receipts = new Set();
    this.#owed = new Set();
    this.#wasSabotaged = false;
    this.#answers = 204;
    forgetEverything();
    this.#doing = "first page";
    await this.#navigate(plan.first);
    for (const [index, step] of plan.steps.entries()) {
      this.#doing = `${index + 1}. ${JSON.stringify(step)}`;
      await this.#do(step);
      await this.#afterTask();
    }
    this.#doing = "at rest";
    await this.#clock.pass(6000, this.#afterTask);
    this.#checkRest();
    return this.#outcome;
  }

  /** What was said has been heard, and done. */
  #checkRest(): void {
    if (this.#window.name) this.#violate("window.name was written");
    if (!this.#window.mgt?.running || this.#isSabotaged) return;
    const told = this.#told();
    const held = this.#held();
    for (const receipt of this.#owed)
      if (held.length === 0 && !this.#withdrawn.has(receipt))
        this.#violate("a withdrawal without its record");
    // Who was not told while the panel was closed is not told now; what is held is looked at all the same.
    const isAsking = this.#ask(this.#manager.isAsking);
    if (this.#isAllowed() && held.length < 2 && !isAsking)
      this.#violate(`a yes was not heard: ${this.#status}`);
    if (told === false && this.#status !== "denied" && !isAsking)
      this.#violate(`a no was not heard: ${this.#status}`);
    if ((told === false || this.#isObjected) && held.length > 0) this.#violate(`${held} outlived the no`);
  }
}

function forgetEverything(): void {
  localStorage.clear();
  sessionStorage.clear();
  const host = location.hostname.split(".");
  // Some managers set theirs for the whole domain: such a cookie goes only by that name.
  const domains = ["", ...host.map((_, at) => `; domain=${host.slice(at).join(".")}`)];
  for (const pair of document.cookie.split("; "))
    for (const domain of domains) {
      // biome-ignore lint/suspicious/noDocumentCookie: synchronous, and everywhere
      document.cookie = `${pair.split("=")[0]}=; path=/; max-age=0${domain}`;
    }
  if (document.cookie) throw new Error(`left from the life before: ${document.cookie}`);
}

/** The end of the current task: messages come after all its microtasks. */
function macrotask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Plays what it is given, for as long as there is something. */
async function work(): Promise<void> {
  const manager: FenceManager = await (await fetch("/fence/manager")).json();
  const guard = new Fence(manager);
  // Frames call it before their own scripts.
  Object.assign(window, { guard });
  let body = "";
  for (;;) {
    const plan: Plan = await (await fetch("/fence/next", { method: "POST", body })).json();
    body = JSON.stringify(await guard.play(plan));
  }
}

void work();
