import { type Instruments, instrument } from "./instrument.ts";
import { isOfThePage, type Page } from "./isOfThePage.ts";
import type { Life, Observation, Snapshot, Word } from "./Life.ts";
import type { Answers, FenceManager, Order, Plan, Step } from "./Plan.ts";
import { VirtualClock } from "./VirtualClock.ts";

type Framed = Window &
  typeof globalThis & { mgt?: ((...call: unknown[]) => unknown) & { running?: true }; hasManager?: true };

/** An observation without its time. */
type Seen = Observation extends infer Each ? (Each extends Observation ? Omit<Each, "at"> : never) : never;

/** Steps that are a matter of one line; the others are clicks. */
type Acts = { [Do in Step["do"]]?: (step: Extract<Step, { do: Do }>) => unknown };

const SESSION = "mgt_session";
/** Where the first page comes from. */
const ARRIVAL = "?gclid=TeSt-123";

/** Plays lives in a frame of its own, and writes down what it sees there. It judges nothing. */
export class LifePlayer {
  readonly #manager: FenceManager;
  readonly #clock = new VirtualClock();
  readonly #frame = document.createElement("iframe");
  #page: Page = { origin: location.origin, script: "" };
  #gpc = false;
  #seen: Observation[] = [];
  #began = 0;
  #answers: Answers = 204;
  #order: Order = "nothing";
  #isHidden = false;
  /** The frame shows a document that has brought nothing yet. */
  #isFresh = false;

  constructor(manager: FenceManager) {
    this.#manager = manager;
    document.body.append(this.#frame);
  }

  async play(plan: Plan): Promise<Life> {
    this.#page = { origin: location.origin, script: this.#manager.scripts[plan.mode] ?? "" };
    this.#gpc = plan.gpc;
    this.#answers = 204;
    this.#seen = [];
    this.#began = this.#clock.now;
    forgetEverything();
    this.#note({ kind: "does", what: "first page" });
    await this.#navigate(plan.first, ARRIVAL);
    for (const [index, step] of plan.steps.entries()) {
      this.#note({ kind: "does", what: `${index + 1}. ${JSON.stringify(step)}` });
      await this.#do(step);
      await this.#afterTask();
    }
    this.#note({ kind: "does", what: "at rest" });
    await this.#clock.pass(6000, this.#afterTask);
    const isAsking = Boolean(this.#ask(this.#manager.isAsking));
    this.#note({ kind: "rests", ...this.#snapshot(), isAsking, windowName: this.#window.name });
    const { ownNames, own } = this.#manager;
    return { plan, page: this.#page, manager: { ownNames, own }, seen: this.#seen };
  }

  /** A document begins in the frame: called before any script of its own. */
  enter(target: Framed): void {
    this.#isFresh = true;
    this.#isHidden = false;
    this.#note({ kind: "begins" });
    this.#clock.install(target);
    const told: Instruments = {
      gpc: this.#gpc,
      isHidden: () => this.#isHidden,
      answers: () => this.#answers,
      onWrite: (where, name, value) => this.#note({ kind: "writes", where, name, value, told: this.#told() }),
      onRequest: (how, url, body) => {
        this.#note({ kind: "asks", how, url, body, told: this.#told() });
        return isOfThePage(how, url, this.#page);
      },
    };
    instrument(target, told);
    target.document.addEventListener("mgt:consent", (event) => {
      const { status } = (event as CustomEvent<{ status: string }>).detail;
      this.#note({ kind: "says", status });
    });
  }

  get #window(): Framed {
    return this.#frame.contentWindow as Framed;
  }

  #note(seen: Seen): void {
    this.#seen.push({ ...seen, at: this.#clock.now - this.#began });
  }

  /** What the manager has told the page: one that is not on it tells nothing. */
  #told(): Word {
    const told = "hasManager" in this.#window ? this.#ask(this.#manager.told) : null;
    return typeof told === "boolean" ? told : null;
  }

  #ask(expression: string): unknown {
    try {
      return this.#window.Function(`return ${expression}`)();
    } catch {
      return undefined;
    }
  }

  #snapshot(): Snapshot {
    const { document, localStorage, sessionStorage, mgt } = this.#window;
    const cookies = document.cookie.split("; ").map((pair) => pair.split("=")[0] ?? "");
    const names = [...cookies, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean);
    return { isRunning: Boolean(mgt?.running), told: this.#told(), names };
  }

  /** A task of the page is over, with all its microtasks. */
  readonly #afterTask = async (): Promise<void> => {
    // Before the task is over: all that came of it by promises, and nothing that was put off.
    for (let turns = 0; turns < 30; turns++) await undefined;
    this.#note({ kind: "promised", ...this.#snapshot() });
    await macrotask();
    this.#note({ kind: "turned", ...this.#snapshot() });
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
    if (!this.#window.mgt?.running) await this.#insert("script", [["src", this.#page.script]]);
  }

  async #bringManager(): Promise<void> {
    const target = this.#window;
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

  #fireUndecided(): void {
    // Only while he is: what a manager fires before a choice is no reopening.
    if (this.#told() === null) for (const script of this.#manager.undecided) this.#run(script);
  }

  #break(): void {
    if (this.#manager.sabotage !== "" && "hasManager" in this.#window) this.#note({ kind: "breaks" });
    this.#run(this.#manager.sabotage);
  }

  #object(): void {
    if (!this.#window.mgt?.running) return;
    this.#note({ kind: "objects" });
    this.#window.mgt("object");
  }

  #turn(isHidden: boolean): void {
    const { document, PageTransitionEvent, Event } = this.#window;
    this.#isHidden = isHidden;
    document.dispatchEvent(new Event("visibilitychange"));
    const type = isHidden ? "pagehide" : "pageshow";
    this.#window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }

  /** A tap on a link that dials. */
  #tap(): void {
    const { document } = this.#window;
    const link = document.createElement("a");
    link.href = "tel:+33123456789";
    link.addEventListener("click", (event) => event.preventDefault());
    document.body.append(link);
    link.click();
    link.remove();
  }

  /** The manager forgets the choice and tells nobody; then something is done that would be sent. */
  #forget(): void {
    this.#run(this.#manager.forgets);
    this.#tap();
  }

  /** What was stored changes from outside the page. */
  #lose(change: () => void): void {
    if (!localStorage.getItem(SESSION)) return;
    this.#note({ kind: "loses" });
    change();
  }

  async #navigate(order: Order, query: string): Promise<void> {
    this.#order = order;
    const loaded = new Promise((resolve) => this.#frame.addEventListener("load", resolve, { once: true }));
    this.#frame.src = `/fence/page${query}`;
    await loaded;
    await this.#afterTask();
  }

  readonly #acts: Acts = {
    script: () => this.#bringScript(),
    manager: () => this.#bringManager(),
    throw: () => this.#break(),
    repeat: () => this.#run(this.#manager.repeat),
    undecided: () => this.#fireUndecided(),
    hide: () => this.#turn(true),
    show: () => this.#turn(false),
    spa: () => this.#window.history.pushState({}, "", `/spa-${Math.random()}`),
    object: () => this.#object(),
    endpoint: ({ answers }) => {
      this.#answers = answers;
    },
    navigate: ({ order, query }) => this.#navigate(order, query),
    tap: () => this.#tap(),
    forget: () => this.#forget(),
    "lose cookie": () => this.#lose(() => expire("mgt_visitor")),
    "lose session": () => this.#lose(() => localStorage.removeItem(SESSION)),
    "other site": () =>
      this.#lose(() => {
        const session = JSON.parse(localStorage.getItem(SESSION) ?? "{}");
        localStorage.setItem(SESSION, JSON.stringify({ ...session, holder: "other-site:aaaaaaaa" }));
      }),
    wait: ({ ms }) => this.#clock.pass(ms, this.#afterTask),
  };

  async #do(step: Step): Promise<void> {
    const act = this.#acts[step.do] as ((step: Step) => unknown) | undefined;
    await (act ? act(step) : this.#click(this.#manager.clicks[step.do as keyof FenceManager["clicks"]]));
  }
}

function expire(name: string, domain = ""): void {
  // biome-ignore lint/suspicious/noDocumentCookie: synchronous, and everywhere
  document.cookie = `${name}=; path=/; max-age=0${domain}`;
}

function forgetEverything(): void {
  localStorage.clear();
  sessionStorage.clear();
  const host = location.hostname.split(".");
  // Some managers set theirs for the whole domain: such a cookie goes only by that name.
  const domains = ["", ...host.map((_, at) => `; domain=${host.slice(at).join(".")}`)];
  for (const pair of document.cookie.split("; "))
    for (const domain of domains) expire(pair.split("=")[0] ?? "", domain);
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
