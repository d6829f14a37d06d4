import { arrivalById } from "./arrivals.js";
import { byId } from "./dom.js";
import { Inspector } from "./inspector.js";
import { allNames, managerByName, setManagers } from "./managers.js";
import { comparePlaces, showPlace } from "./places.js";
import { Recorder } from "./recorder.js";
import { recordInForce } from "./recordInForce.js";
import { scenario } from "./scenario.js";
import { Stage } from "./stage.js";
import { tabs } from "./tabs.js";
import { clearTerminal, parseJson, parseSession, readTerminal } from "./terminal.js";
import { t } from "./texts.js";

/** @import { Chosen, DemoSite, Manager, Session, State, View } from "./types.ts" */

/** How often cookie and storage are read again: neither tells other documents of every change everywhere. */
const TERMINAL_MS = 250;

/** @type {{ modes: State["modes"], sites: DemoSite[], managers: Manager[] }} */
const { modes, sites, managers } = await (await fetch("/demo/api/modes")).json();
setManagers(managers);

/** @type {State} */
const state = {
  modes,
  mode: "parcours",
  manager: "",
  site: undefined,
  asks: true,
  views: [],
  terminal: readTerminal([]),
  consent: { status: "unknown" },
  record: undefined,
  decision: undefined,
  level: undefined,
  explanation: undefined,
  explaining: false,
  explained: undefined,
  places: [],
  stored: undefined,
  visitor: "",
  receipts: [],
  allFiles: false,
  open: new Set(),
  showPlace: (place) => {
    tabList.select(0);
    if (recorder.view) showPlace(recorder.view, place);
  },
  openManager: () => {
    tabList.select(0);
    // The site's own button, which asks again in the manager's own way.
    /** @type {HTMLElement | null | undefined} */
    const button = stage.window?.document.querySelector("[data-manage-consent]");
    button?.click();
  },
  showAllFiles: (all) => {
    state.allFiles = all;
    schedule();
  },
  readStored: () => readStored(),
  forget: () => stage.window?.mgt?.("forget"),
};

const recorder = new Recorder((what) => {
  if (what === "requests") storedSoon();
  schedule();
});
const stage = new Stage(byId("frame"));
const inspector = new Inspector(byId("panels"));
/** @type {HTMLButtonElement} */
const back = byId("back");
/** @type {HTMLElement | null} */
const dot = byId("tab-inspector").querySelector(".dot");
let inspectorBehind = false;
const tabList = tabs((behind) => {
  inspectorBehind = behind;
  if (dot && !behind) dot.hidden = true;
});

// What demo/site/instrument.js looks for in the window around it.
window.mgtDemo = recorder;

const controls = scenario(modes, sites, (chosen, fresh) => {
  stage.leave();
  state.mode = chosen.mode;
  state.site = sites.find(({ mode }) => mode === chosen.mode);
  state.asks = state.site?.asks ?? false;
  state.manager = chosen.manager;
  if (fresh) {
    clearTerminal(allNames());
    state.visitor = "";
    state.receipts = [];
    state.stored = undefined;
    state.open.clear();
    recorder.clear();
  }
  const arrival = arrivalById(chosen.arrival);
  recorder.arrival = arrival;
  if (state.site) stage.arrive(arrival, staged(chosen, state.site));
  schedule();
});

/**
 * The part of the address that names the mode, and the manager where it is not the site's own.
 * @param {Chosen} chosen
 * @param {DemoSite} site
 */
function staged({ mode, manager }, site) {
  return !site.asks || !manager || manager === site.manager ? mode : `${mode}~${manager}`;
}

/** Ours, and what the chosen manager wrote itself. */
function terminalNow() {
  return readTerminal(managerByName(state.manager)?.names ?? []);
}

let scheduled = false;

/** One redraw per frame, however many things change in it. */
function schedule() {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    redraw();
  });
}

function redraw() {
  const { view, views } = recorder;
  state.terminal = terminalNow();
  const session = parseSession(state.terminal.session);
  state.views = views;
  state.consent = view?.consent ?? { status: state.asks ? "unknown" : "not_applicable" };
  state.decision = decisionInForce(view, session);
  state.level = state.decision?.level;
  rememberIds(session);
  state.record = recordInForce(views, state.stored, session?.consent);
  explainView(view, session);
  compare(view);
  drawAddress(view);
  if (inspector.draw(state) && inspectorBehind && dot) dot.hidden = false;
}

/**
 * What the page last said; where a session is in force, what that holds: a decision that changes no number
 * (consent, a next page) is told by no event.
 * @param {View | undefined} view
 * @param {Session | undefined} session
 * @returns {State["decision"]}
 */
function decisionInForce(view, session) {
  const told = view?.swap ?? view?.ready;
  // A withdrawal that changes no number is told by no swap either: after a "no" nobody is at level 2.
  if (told?.level === 2 && state.consent.status === "denied") return { ...told, level: 0 };
  if (!told || !session || !isCounted(view, session) || state.consent.status === "denied") return told;
  const { condition, source, channel, to_swap } = session;
  return { ...told, condition, source, channel, to_swap, level: 2 };
}

/**
 * Whether the session already counts this page view: not before the consent is confirmed.
 * @param {View | undefined} view
 * @param {Session | undefined} session
 */
function isCounted(view, session) {
  return view !== undefined && session !== undefined && session.last_action >= view.at;
}

/**
 * Ids seen so far, so that what the endpoint keeps can still be read once the page has deleted them.
 * @param {Session | undefined} session
 */
function rememberIds(session) {
  const before = JSON.stringify([state.visitor, state.receipts]);
  if (state.terminal.visitor) state.visitor = state.terminal.visitor;
  const receipts = new Set(state.receipts);
  if (session?.consent) receipts.add(session.consent);
  for (const { requests } of state.views) {
    for (const { url, body } of requests) {
      const receipt = url.endsWith("/v1/consents") && parseJson(body)?.receipt;
      if (receipt) receipts.add(receipt);
    }
  }
  state.receipts = [...receipts];
  if (JSON.stringify([state.visitor, state.receipts]) !== before) storedSoon();
}

let explainedQuery = "";

/**
 * Replays the decision in force: from the reference entry that the session holds, or, where nothing may be
 * stored, from this page.
 * @param {View | undefined} view
 * @param {Session | undefined} session
 */
async function explainView(view, session) {
  if (!view || !state.site) return;
  const query = new URLSearchParams({ site: state.site.key });
  const own = new URLSearchParams({ site: state.site.key, url: view.url, referrer: view.referrer });
  if (session?.landing) {
    query.set("url", session.landing);
    query.set("referrer", session.referrer === "direct" ? "" : session.referrer);
    query.set("page", view.url);
    query.set("pages", String(session.pages + (isCounted(view, session) ? 0 : 1)));
  } else {
    query.set("url", view.url);
    query.set("referrer", view.referrer);
  }
  for (const each of [query, own]) each.set("language", navigator.language);
  if (query.toString() === explainedQuery) return;
  explainedQuery = query.toString();
  state.explaining = true;
  const [explanation, explained] = await Promise.all(
    [query, own].map(async (each) => {
      const answer = await fetch(`/demo/api/explain?${each}`);
      return answer.ok ? answer.json() : undefined;
    }),
  );
  if (explainedQuery !== query.toString()) return;
  state.explaining = false;
  state.explanation = explanation;
  state.explained = explained;
  schedule();
}

let comparison = "";
/** @type {Document | undefined} */
let observed;
const observer = new MutationObserver(schedule);

/** @param {View | undefined} view */
async function compare(view) {
  if (!view) return;
  const live = view.window.document;
  if (live && live !== observed) {
    observed = live;
    observer.disconnect();
    observer.observe(live, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ["href", "title", "aria-label"],
    });
  }
  const places = await comparePlaces(view);
  if (view !== recorder.view || JSON.stringify(places) === comparison) return;
  comparison = JSON.stringify(places);
  state.places = places;
  schedule();
}

/** @param {View | undefined} view */
function drawAddress(view) {
  if (!view) return;
  byId("address").textContent = view.url.replace(/^https?:\/\//, "");
  byId("open").setAttribute("href", view.url);
  const inside = view.referrer.startsWith(`${location.origin}/demo/site/`);
  back.disabled = !(stage.window?.navigation?.canGoBack ?? inside);
  const words = inside
    ? t("fromInside")
    : view.referrer
      ? `${t("simulated")} ${view.referrer}`
      : t("noReferrer");
  byId("origin").textContent = `${t(`arrival.${controls.chosen().arrival}`)} · ${words}`;
}

let storedTimer = 0;

/** After a request the endpoint needs a moment; a beacon's answer is never seen, so look twice. */
function storedSoon() {
  clearTimeout(storedTimer);
  storedTimer = setTimeout(async () => {
    await readStored();
    storedTimer = setTimeout(readStored, 1200);
  }, 200);
}

async function readStored() {
  const { site, visitor, receipts } = state;
  if (!site || (!visitor && receipts.length === 0)) return;
  const query = new URLSearchParams({ site: site.key, visitor });
  for (const receipt of receipts) query.append("receipt", receipt);
  const answer = await fetch(`/demo/api/stored?${query}`);
  if (!answer.ok || site !== state.site || visitor !== state.visitor) return;
  state.stored = { ...(await answer.json()), readAt: Date.now() };
  schedule();
}

function readTerminalAgain() {
  const terminal = terminalNow();
  if (JSON.stringify(terminal) === JSON.stringify(state.terminal)) return;
  state.terminal = terminal;
  schedule();
}

setInterval(readTerminalAgain, TERMINAL_MS);
addEventListener("storage", readTerminalAgain);

byId("reload").addEventListener("click", () => {
  recorder.reloading();
  stage.window?.location.reload();
});
back.addEventListener("click", () => {
  // The frame's own history where the browser tells it apart: `history` also holds the shell's entries.
  const past = stage.window?.navigation ?? stage.window?.history;
  past?.back();
});
// What the script says of itself, on the site's own page.
byId("debug").addEventListener("click", () => {
  tabList.select(0);
  stage.window?.mgt?.("debug");
});
const marks = byId("marks");
marks.addEventListener("click", () => {
  marks.setAttribute("aria-pressed", String(marks.getAttribute("aria-pressed") !== "true"));
  markPage();
});

/** The site's own style sheet draws the marks; a page gets the attribute as soon as it exists. */
function markPage() {
  const root = stage.window?.document?.documentElement;
  root?.toggleAttribute("data-demo-marks", marks.getAttribute("aria-pressed") === "true");
}
byId("frame").addEventListener("load", markPage, true);

controls.start();
