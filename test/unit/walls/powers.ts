import { isAt, ROOM_NAMES, type RoomName, roomOf } from "./rooms.ts";
import { NAMELESS, type Use, WINDOWS } from "./usesOf.ts";

/**
 * The powers, the names that give them, and who holds them. Names are written as they are used:
 *
 *     fetch              bare, or a member of anything
 *     window.open        bare, or a member of a window; `document.write`: of a document
 *     src =              only written to, as a member of anything
 *     on* =              any name that begins like this
 *     prototype.* =      only where something in it is written to
 *     constructor()      only called
 *     Cookies{get}       only by these members; what else is done with it is another power's
 *
 * What a syntax tree cannot tell is not seen: a member of any other object than a window, a document, `history`,
 * `location` or `navigator` whose name is worked out while the code runs, those objects under another name where a
 * function or an object of ours has handed them on, and `Object.assign` of what is not written out in the same file.
 */
export interface Power {
  /** What it lets a file do. */
  does: string;
  uses: readonly string[];
  /** Rooms and files. Nobody, where there is none. */
  holders: readonly (RoomName | `src/${string}`)[];
  /** Asked also of what does not run on a page. */
  isAskedEverywhere?: true;
}

const names = (text: string): string[] => text.trim().split(/\s+/);

export const POWERS = {
  runText: {
    does: "runs text as code, or as markup",
    uses: [
      ...names(`eval Function AsyncFunction GeneratorFunction execScript constructor() innerHTML outerHTML
        insertAdjacentHTML setHTML setHTMLUnsafe parseHTMLUnsafe createContextualFragment srcdoc DOMParser
        document.write document.writeln document.domain execCommand trustedTypes
        WebAssembly`),
      NAMELESS.codeAsText,
    ],
    holders: [],
    isAskedEverywhere: true,
  },

  readTerminal: {
    does: "reads what is stored on the terminal",
    uses: ["localStorage{getItem,key,length}", "Cookies{get}", "cookie"],
    holders: [
      "terminal",
      "ids",
      // They hold the visitor's choice nowhere else.
      "src/managers/onetrust/adapter.ts",
      "src/managers/piwikpro/adapter.ts",
      "src/managers/wordpress/adapter.ts",
    ],
  },
  writeTerminal: {
    does: "writes on the terminal",
    uses: ["localStorage", "Cookies", "cookie ="],
    holders: ["src/page/terminal/remember.ts", "src/page/terminal/session.ts"],
  },
  storeElsewhere: {
    does: "stores where nothing of ours ever is",
    uses: [
      ...names(`sessionStorage indexedDB mozIndexedDB webkitIndexedDB caches cookieStore openDatabase
        requestFileSystem webkitRequestFileSystem showSaveFilePicker navigator.storage requestStorageAccess
        sharedStorage serviceWorker credentials.store`),
      "window.name",
      "window.name =",
    ],
    holders: [],
  },

  send: { does: "sends", uses: ["fetch"], holders: ["delivery"] },
  sendLast: {
    does: "sends while the page is left",
    uses: names("sendBeacon fetchLater"),
    holders: ["src/page/delivery/createOutbox.ts"],
  },
  connect: {
    does: "opens a connection",
    uses: names(`XMLHttpRequest WebSocket WebSocketStream EventSource RTCPeerConnection
      webkitRTCPeerConnection WebTransport Worker SharedWorker importScripts BroadcastChannel
      PresentationRequest PaymentRequest registerProtocolHandler setAttributionSrc`),
    holders: [],
    isAskedEverywhere: true,
  },
  load: {
    does: "makes the browser load something",
    uses: [
      ...names("Image Audio FontFace addModule prerender speculationrules"),
      ...names("src srcset srcObject href action formAction background poster data ping").map(
        (name) => `${name} =`,
      ),
      ...names("fonts.load fonts.add"),
    ],
    holders: [],
  },
  loadCode: {
    does: "loads code",
    uses: [NAMELESS.dynamicImport],
    // The overlay of `mgt('debug')`, when it is asked for.
    holders: ["src/page/api/loadOverlay.ts"],
  },
  leave: {
    does: "leads the visitor elsewhere",
    uses: [
      ...names(`window.open location.assign location.replace location.reload submit requestSubmit
        history.go history.back history.forward navigation.navigate navigation.reload navigation.back
        navigation.forward navigation.traverseTo click()`),
      "location =",
      "location.* =",
      // The parts of the address of a link or of the page.
      ...names("search hash host hostname pathname port protocol").map((name) => `${name} =`),
    ],
    holders: [],
  },
  writeText: {
    does: "writes the text of a script or a link",
    uses: ["text ="],
    holders: [],
  },
  tellPage: {
    does: "sets off what the page does at an event",
    uses: ["dispatchEvent"],
    // The events `mgt:…`.
    holders: ["src/page/api/emit.ts"],
  },
  useDevice: {
    does: "makes the visitor's device do something",
    uses: names(`Notification navigator.share navigator.vibrate navigator.locks navigator.credentials
      navigator.wakeLock`),
    holders: [],
  },
  tellWindows: {
    does: "tells other windows",
    uses: names("postMessage"),
    // The protocol of TCF between a frame and what it stands in.
    holders: ["src/managers/tcf/adapter.ts"],
  },

  write: {
    does: "writes into a node of the page",
    uses: ["nodeValue ="],
    holders: ["src/page/numbers/originals.ts"],
  },
  build: {
    does: "builds or rebuilds the page",
    uses: [
      ...names(`textContent innerText outerText value className id title hidden alt htmlFor selected checked
        disabled tabIndex lang dir contentEditable designMode on* aria* part role slot placeholder
        defaultValue defaultChecked valueAsNumber valueAsDate selectedIndex content httpEquiv translate`).map(
        (name) => `${name} =`,
      ),
      "dataset.* =",
      ...names(`setAttribute setAttributeNS setAttributeNode setAttributeNodeNS setNamedItem setNamedItemNS
        removeAttribute removeAttributeNS removeAttributeNode removeNamedItem toggleAttribute
        append appendChild appendData prepend before after insertBefore insertAdjacentElement
        insertAdjacentText insertData insertNode insertRule deleteRule replaceWith replaceChild
        replaceChildren replaceData deleteData moveBefore remove removeChild splitText normalize
        createElement createElementNS createTextNode createComment createDocumentFragment createAttribute
        createAttributeNS createRange cloneNode importNode adoptNode surroundContents extractContents
        deleteContents deleteFromDocument document.open insertRow deleteRow insertCell deleteCell
        createCaption deleteCaption createTHead deleteTHead createTFoot deleteTFoot createTBody reset()
        addRule removeRule attributeStyleMap relList attachInternals classList style cssText adoptedStyleSheets replaceSync CSSStyleSheet
        customElements setRangeText animate showModal showPopover requestFullscreen startViewTransition
        alert confirm prompt print`),
    ],
    // The overlay, in its own shadow root (`debug.spec.ts`).
    holders: ["src/page/debug/draw/createPanel.ts", "src/page/debug/draw/h.ts"],
  },
  watch: {
    does: "watches the page",
    uses: names(`MutationObserver IntersectionObserver ResizeObserver PerformanceObserver ReportingObserver
      WebKitMutationObserver`),
    holders: ["src/page/numbers/createWatch.ts"],
  },
  patch: {
    does: "puts itself between the page and a function of its own",
    uses: [
      ...names("pushState replaceState attachShadow"),
      ...names("push prototype __proto__").map((name) => `${name} =`),
      "prototype.* =",
      "setPrototypeOf",
    ],
    holders: [
      "src/page/lifecycle/onPageView.ts",
      "src/page/numbers/places/createTrees.ts",
      "src/managers/google/adapter.ts",
      // Its own shadow root.
      "src/page/debug/draw/createPanel.ts",
    ],
  },
  reachBlindly: {
    does: "reaches members that cannot be read here",
    uses: [
      ...names(`Reflect getOwnPropertyDescriptor getOwnPropertyDescriptors __lookupGetter__
        __lookupSetter__ __defineGetter__ __defineSetter__`),
      NAMELESS.computed,
    ],
    holders: ["ids", "src/page/lifecycle/onPageView.ts"],
  },
  handOnWindow: {
    does: "hands the window on, by which everything is reached",
    uses: [NAMELESS.window],
    holders: [
      // Follows the paths that the owner has named, data properties only.
      "ids",
      // Watches its `attachShadow`, as that of each frame.
      "src/page/numbers/places/createTrees.ts",
      // Climbs to the frame that hosts the framework.
      "src/managers/tcf/adapter.ts",
    ],
  },
  handOnDocument: {
    does: "hands the document on",
    uses: [NAMELESS.document],
    // As the root of all nodes.
    holders: [
      "src/page/debug/facts/numberFacts.ts",
      "src/page/numbers/createNumbers.ts",
      "src/page/numbers/createPatience.ts",
      "src/page/numbers/places/createTrees.ts",
    ],
  },
  lookAtDevice: {
    does: "looks at the visitor's device or program",
    uses: names("userAgent userAgentData navigator.language languages"),
    // The overlay speaks the visitor's language.
    holders: ["src/page/lifecycle/createView.ts", "src/page/debug/overlay.ts"],
  },
  copy: {
    does: "puts something on the visitor's clipboard",
    uses: names("clipboard"),
    // The overlay, when its button is pressed.
    holders: ["src/page/debug/draw/createPanel.ts"],
  },
  measureDevice: {
    does: "measures what may tell one visitor from another",
    uses: names(`appVersion platform oscpu vendor() plugins mimeTypes hardwareConcurrency deviceMemory
      maxTouchPoints connection doNotTrack geolocation mediaDevices permissions getBattery
      getGamepads requestMIDIAccess usb bluetooth hid serial window.screen devicePixelRatio colorDepth
      getContext OffscreenCanvas AudioContext OfflineAudioContext speechSynthesis getTimezoneOffset
      resolvedOptions queryLocalFonts getHighEntropyValues browsingTopics matchMedia deviceorientation`),
    holders: [],
  },
} satisfies Record<string, Power>;

export type PowerName = keyof typeof POWERS;

export const POWER_NAMES = Object.keys(POWERS) as PowerName[];

export const powerOf = (name: PowerName): Power => POWERS[name];

const isRoom = (holder: string): holder is RoomName => (ROOM_NAMES as string[]).includes(holder);

export const holds = (file: string, power: PowerName): boolean =>
  powerOf(power).holders.some((holder) => (isRoom(holder) ? roomOf(file) === holder : isAt(holder, file)));

/** A name as a power lists it, taken apart. */
export interface Pattern {
  power: PowerName;
  name: string;
  host: string;
  how: "any" | "assigned" | "into" | "called" | "members";
  members: readonly string[];
}

const NAMELESS_USES: readonly string[] = Object.values(NAMELESS);

function parse(power: PowerName, use: string): Pattern {
  const pattern: Pattern = { power, name: use, host: "", how: "any", members: [] };
  if (NAMELESS_USES.includes(use)) return pattern;
  const [, host = "", name = "", members, into, assigned, called] =
    /^(?:(\w+)\.(?!\*))?(\w+\*?)(?:\{(.+)\})?(\.\*)?( =)?(\(\))?$/.exec(use) ?? [];
  if (!name) throw Error(`no use of a name: ${use}`);
  return {
    power,
    name,
    host,
    how: members ? "members" : into ? "into" : assigned ? "assigned" : called ? "called" : "any",
    members: members?.split(",") ?? [],
  };
}

/** By their names, the narrowest first: what is read only, what is written only, what is anything. */
export const PATTERNS: ReadonlyMap<string, Pattern[]> = Map.groupBy(
  POWER_NAMES.flatMap((power) => powerOf(power).uses.map((use) => parse(power, use))).sort(
    (a, b) => Number(a.how === "any") - Number(b.how === "any"),
  ),
  ({ name }) => name,
);

/**
 * Those that stand for every name with one beginning: what follows it is a word of its own, or lower-case. Not
 * `one`, `once` and `only`.
 */
const BEGINNINGS = [...PATTERNS.values()].flat().flatMap((pattern) => {
  const [beginning, end] = pattern.name.split("*");
  return end === undefined
    ? []
    : [{ pattern, names: RegExp(`^${beginning}(?!(?:e|ce|ly)$)(?:[a-z]+|[A-Z]\\w*)$`) }];
});

const isHost = (wanted: string, { host }: Use): boolean =>
  wanted === "window"
    ? host === "" || WINDOWS.has(host)
    : wanted === "" || wanted.toLowerCase() === host.toLowerCase().replace(/^(content|owner)(?=doc)/, "");

/** Words that stand in ordinary texts are no names there. */
const isUnmistakable = (name: string): boolean => /[a-z][A-Z]/.test(name);

function fits({ name, host, how, members }: Pattern, use: Use): boolean {
  if (use.isText) return how === "any" && host === "" && isUnmistakable(name);
  if (!isHost(host, use)) return false;
  switch (how) {
    case "assigned":
      return use.isAssigned;
    case "into":
      return use.isInto;
    case "called":
      return use.isCalled;
    case "members":
      return use.next !== undefined && members.includes(use.next);
    case "any":
      return true;
  }
}

/** The power that a use of a name takes. */
export const powerTaken = (use: Use): PowerName | undefined =>
  (
    PATTERNS.get(use.name)?.find((pattern) => fits(pattern, use)) ??
    BEGINNINGS.find(({ pattern, names }) => names.test(use.name) && fits(pattern, use))?.pattern
  )?.power;
