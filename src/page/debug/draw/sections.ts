import { inWords } from "../../../vocabulary/when/inWords.ts";
import type { NumberFacts, PlaceFacts, Report } from "../Report.ts";
import { type Child, h } from "./h.ts";
import type { Language, Say, TextName } from "./texts.ts";

/** What a section is drawn from. */
export interface Words {
  say: Say;
  language: Language;
}

type Draw = (report: Report, words: Words) => Child;

export interface Section {
  name: TextName;
  /** The fact beside the heading, and its tone. */
  badge?(report: Report, words: Words): [text: string, tone: string];
  draw: Draw;
}

const facts = (...rows: readonly (readonly [string, Child] | false)[]): Child =>
  h(
    "dl",
    { class: "facts" },
    rows.map((row) => row && [h("dt", {}, row[0]), h("dd", {}, row[1])]),
  );

const tag = (text: string, tone = ""): HTMLElement => h("span", { class: `tag ${tone}` }, text);
const told = (text: string, tone = "wait"): HTMLElement => h("p", { class: `told ${tone}` }, text);
const note = (text: string): HTMLElement => h("p", { class: "note" }, text);

const TONES: Readonly<Record<Report["consent"]["status"], string>> = {
  granted: "good",
  denied: "bad",
  pending: "wait",
  unknown: "wait",
  not_applicable: "",
};

const statusText = ({ consent }: Report, { say }: Words): [string, string] =>
  consent.isAsked || consent.manager
    ? [say(`status.${consent.status}`), TONES[consent.status]]
    : [say("status.not_applicable"), ""];

/** Who said so: a manager by its name. */
const speaker = (manager: string, say: Say): string =>
  ["", "api", "objection", "gpc"].includes(manager) ? say(`by.${manager}` as TextName) : manager;

const managerItem =
  ({ say }: Words) =>
  (manager: Report["managers"][number]): Child =>
    h(
      "li",
      {},
      h(
        "div",
        { class: "head" },
        h("strong", {}, manager.name, manager.version && ` ${manager.version}`),
        manager.isPresent ? tag(say(`status.${manager.status}`), TONES[manager.status]) : tag(say("absent")),
        manager.isPresent &&
          manager.key !== "" &&
          h("span", { class: "note" }, say("asKey", { key: manager.key })),
      ),
      manager.knows &&
        told(say("knows", { key: manager.key, names: manager.knows.join(", ") || say("nothing") }), "bad"),
    );

const consentSection: Section = {
  name: "consent",
  badge: statusText,
  draw(report, words) {
    const { say } = words;
    const { consent, managers } = report;
    // Of many that could be there, those that are.
    const listed = managers.length > 1 ? managers.filter(({ isPresent }) => isPresent) : managers;
    const absent = managers.filter((manager) => !listed.includes(manager)).map(({ name }) => name);
    return [
      !consent.isAsked && note(say("notAsked")),
      (consent.isAsked || consent.manager !== "") && facts([say("saidBy"), speaker(consent.manager, say)]),
      consent.isAsked && managers.length === 0 && note(say("noManager")),
      listed.length > 0 && [h("h4", {}, say("managers")), h("ul", {}, listed.map(managerItem(words)))],
      absent.length > 0 &&
        note(`${absent.join(", ")} : ${say("absent")}`.replace(" :", words.language === "fr" ? " :" : ":")),
    ];
  },
};

const arrivalSection: Section = {
  name: "arrival",
  badge: ({ arrival }) => [arrival?.channel ?? "", ""],
  draw({ arrival }, { say }) {
    if (!arrival) return note(say("always"));
    const by = (text: string): string => (text ? ` · ${say("by", { by: text })}` : "");
    const { reference } = arrival;
    return facts(
      [say("page"), h("code", {}, arrival.url)],
      [say("referrer"), h("code", {}, arrival.referrer || say("none"))],
      [say("entry"), arrival.isEntry ? say("yes") : say("entry.no")],
      [say("channel"), [h("code", {}, arrival.channel), by(arrival.by)]],
      [say("reference"), h("code", {}, reference.landing)],
      [say("referrer"), h("code", {}, reference.referrer || say("none"))],
      [say("channel"), [h("code", {}, reference.channel), by(reference.by)]],
      [say("pages"), `${arrival.pages}`],
      [say("language"), arrival.language],
      [say("device"), say(`device.${arrival.device}`)],
    );
  },
};

const conditionSection: Section = {
  name: "conditions",
  badge: ({ condition, mode }, { say }) =>
    mode === "invisible" ? ["", ""] : [condition || say("none"), condition ? "good" : ""],
  draw({ conditions, condition, isOtherwise, mode }, { say, language }) {
    if (mode === "invisible") return note(say("always"));
    return [
      isOtherwise && told(say("otherwise", { condition: condition || say("none") })),
      h(
        "ol",
        {},
        conditions.map(({ id, source, when, failed }) =>
          h(
            "li",
            {},
            h(
              "div",
              { class: "head" },
              h("strong", {}, id),
              h("span", { class: "note" }, source),
              failed === null && tag(say("held"), "good"),
            ),
            h("span", { class: "where" }, inWords(when, language)),
            failed && h("span", { class: "told-leaf" }, say("failed", { leaf: inWords(failed, language) })),
            failed === undefined && h("span", { class: "note" }, say("notTried")),
          ),
        ),
      ),
      !condition && note(say("fallback")),
    ];
  },
};

const KINDS = ["swapped", "left", "tracked", "own"] as const;
const PLACE_TONES: Readonly<Record<PlaceFacts["is"], string>> = {
  swapped: "good",
  own: "",
  tracked: "wait",
  left: "bad",
};

const counts = (places: readonly PlaceFacts[], say: Say): Child =>
  KINDS.map((kind) => {
    const n = places.filter(({ is }) => is === kind).length;
    return n > 0 && [tag(say(kind, { n }), PLACE_TONES[kind]), " "];
  });

const placeItem =
  (say: Say) =>
  ({ is, kind, where, excerpt, reason, detail = "" }: PlaceFacts): Child =>
    h(
      "li",
      {},
      h("div", { class: "head" }, h("code", {}, excerpt), tag(say(`is.${is}`), PLACE_TONES[is])),
      reason && h("span", {}, say(`reason.${reason}`, { detail })),
      h("span", { class: "where" }, `${kind} · ${where}`),
    );

const numberPart = ({ number, shown, places }: NumberFacts, say: Say): Child => [
  h("h4", {}, say(shown === number ? "shownItself" : "shownAs", { number, shown })),
  places.length === 0
    ? tag(say("missing"), "bad")
    : [
        h("div", {}, counts(places, say)),
        h(
          "ul",
          {},
          [...places].sort((a, b) => Number(b.is === "left") - Number(a.is === "left")).map(placeItem(say)),
        ),
      ],
];

const numberSection: Section = {
  name: "numbers",
  badge({ numbers }, { say }) {
    const places = numbers.flatMap((number) => number.places);
    const left = places.filter(({ is }) => is === "left").length;
    const swapped = places.filter(({ is }) => is === "swapped").length;
    if (places.length === 0) return [say("missing"), "bad"];
    return left > 0 ? [say("left", { n: left }), "bad"] : [say("swapped", { n: swapped }), "good"];
  },
  draw: ({ numbers }, { say }) => numbers.map((number) => numberPart(number, say)),
};

const requestSection: Section = {
  name: "requests",
  badge: ({ requests }) => [`${requests.length}`, ""],
  draw({ requests, endpoint }, { say }) {
    if (!endpoint) return note(say("noEndpoint"));
    return [
      note(endpoint),
      requests.length === 0 && note(say("nothingSent")),
      h(
        "ul",
        {},
        requests.map(({ route, at, took, status, isBeacon }) =>
          h(
            "li",
            {},
            h(
              "div",
              { class: "head" },
              h("code", {}, `POST ${route}`),
              status
                ? tag(`${status}`, status < 400 ? "good" : "bad")
                : tag(say(isBeacon ? "beacon" : "noAnswer"), "wait"),
            ),
            h("span", { class: "where" }, say("after", { at: (at / 1000).toFixed(1), took })),
          ),
        ),
      ),
    ];
  },
};

const storedSection: Section = {
  name: "stored",
  badge: ({ stored }, { say }) => [say(stored.session ? "there" : "notThere"), ""],
  draw({ stored }, { say }) {
    const is = (isThere: boolean) => say(isThere ? "there" : "notThere");
    const list = (names: readonly string[]) => names.join(", ") || say("nothing");
    return [
      facts(
        [`${say("cookie")} mgt_visitor`, is(stored.visitor)],
        [`${say("session")} mgt_session`, is(stored.session)],
        stored.session && [say("pending"), list(stored.pending)],
        stored.session && [say("trackingIds"), list(stored.trackingIds)],
      ),
      note(say("footnote")),
    ];
  },
};

/** In the order in which a question is mostly answered. */
export const SECTIONS: readonly Section[] = [
  numberSection,
  conditionSection,
  consentSection,
  arrivalSection,
  requestSection,
  storedSection,
];

/** What is seen first. */
export function summary(report: Report, words: Words): Child {
  const { say } = words;
  const rows: [string, string][] = [
    [say("mode"), report.mode],
    [say("level"), say(`level.${report.level}` as TextName)],
    [say("consent"), statusText(report, words)[0]],
    [say("condition"), report.condition || say("none")],
  ];
  return h(
    "dl",
    { class: "summary" },
    rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}
