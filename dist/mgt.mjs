// src/vocabulary/modes.ts
var MODES = {
  invisible: {
    conditions: !1,
    storage: !1,
    consent: "none",
    collects: [],
    callClicks: !1,
    probabilistic: !1
  },
  rotation: {
    conditions: !0,
    storage: !0,
    consent: "optional",
    collects: [],
    callClicks: !1,
    probabilistic: !0
  },
  origine: {
    conditions: !0,
    storage: !0,
    consent: "required",
    collects: ["entry"],
    callClicks: !0,
    probabilistic: !0
  },
  trafic: {
    conditions: !0,
    storage: !0,
    consent: "required",
    collects: ["entry", "pages"],
    callClicks: !0,
    probabilistic: !0
  },
  parcours: {
    conditions: !0,
    storage: !0,
    consent: "required",
    collects: ["entry", "page"],
    callClicks: !0,
    probabilistic: !0
  }
}, MODE_ALIASES = {
  origin: "origine",
  traffic: "trafic",
  journey: "parcours"
};
function mayStore({ mode, probabilistic }) {
  return MODES[mode].storage && probabilistic !== "always";
}
function collectedTypes(site2) {
  let mode = MODES[site2.mode];
  return mayStore(site2) ? mode.callClicks && site2.callClicks ? [...mode.collects, "call_click"] : mode.collects : [];
}
function needsConsent(site2) {
  let { consent: consent2 } = MODES[site2.mode];
  return (consent2 === "required" || consent2 === "optional" && site2.consent.rotation === "required") && mayStore(site2);
}

// src/vocabulary/features.ts
function modeFeatures(site2) {
  let { conditions, probabilistic: isOffered } = MODES[site2.mode], collected = collectedTypes(site2);
  return {
    conditions,
    storage: mayStore(site2),
    consent: needsConsent(site2),
    events: collected.length > 0,
    pagesEvents: collected.includes("pages"),
    pageEvents: collected.includes("page"),
    callClicks: collected.includes("call_click"),
    probabilistic: isOffered && site2.probabilistic !== "off"
  };
}

// src/vocabulary/insideHosts.ts
function insideHosts({ origins, referrerIgnore }) {
  return [...origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")), ...referrerIgnore];
}

// src/vocabulary/patterns.ts
function matchesPattern(pattern, value) {
  let [first2 = "", ...rest] = pattern.split("*"), last3 = rest.pop();
  if (last3 === void 0) return value === pattern;
  if (!value.startsWith(first2)) return !1;
  let at = first2.length;
  for (let part of rest) {
    let found = value.indexOf(part, at);
    if (found < 0) return !1;
    at = found + part.length;
  }
  return value.length - last3.length >= at && value.endsWith(last3);
}
function matchesHost(pattern, host) {
  let wanted = pattern.toLowerCase(), given = host.toLowerCase();
  return matchesPattern(wanted, given) || wanted[0] !== "*" && matchesPattern(`*.${wanted}`, given);
}

// src/page/entry/isWithinHours.ts
var DAYS = "sun mon tue wed thu fri sat".split(" ");
function isWithinHours({
  tz,
  days = DAYS,
  from = "00:00",
  to = "24:00"
}, at) {
  let [, name = "", time = ""] = /^(\w+)\W+(\d+:\d+)/.exec(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: tz || "Europe/Paris",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23"
    }).format(at)
  ) || [], today = DAYS.indexOf(name.toLowerCase()), on2 = (day) => days.includes(DAYS[(day + 7) % 7]);
  return from < to ? on2(today) && from <= time && time < to : on2(today) && from <= time || on2(today - 1) && time < to;
}

// src/page/entry/matches.ts
function compares({ is, in: values, starts, contains, like }, value) {
  return (is === void 0 || value === is) && (!values || values.includes(value)) && value.startsWith(starts || "") && value.includes(contains || "") && (like === void 0 || matchesPattern(like, value));
}
var pageOf = ({ url, page: page6 }) => new URL(page6 || url);
function matches(when, facts) {
  let { url, host, view: view2 } = facts;
  if ("all" in when) return when.all.every((child) => matches(child, facts));
  if ("any" in when) return when.any.some((child) => matches(child, facts));
  if ("not" in when) return !matches(when.not, facts);
  if ("param" in when) {
    let value = url.searchParams.get(when.param);
    return !!value && compares(when, value);
  }
  if ("referrer" in when) return !!host && matchesHost(when.referrer, host);
  if ("channel" in when) return [when.channel].flat().includes(facts.channel);
  if ("landing" in when) return matchesPattern(when.landing, url.pathname);
  if ("page" in when) return matchesPattern(when.page, pageOf(view2).pathname);
  if ("pages" in when) {
    let { min = 0, max = 1 / 0 } = when.pages;
    return view2.pages >= min && view2.pages <= max;
  }
  return "language" in when ? view2.language.split("-")[0]?.toLowerCase() === when.language.toLowerCase() : "device" in when ? view2.device === when.device : "hours" in when && isWithinHours(when.hours, view2.at);
}

// src/page/entry/swapsOf.ts
function swapsOf({ numbers }, condition) {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    let tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}

// src/page/entry/rulesOf.ts
function rulesOf(site2) {
  let { params, conditions, entry } = site2, inside = insideHosts(site2);
  return {
    isInside: (host) => inside.some((own) => matchesHost(own, host)),
    keeps: (name) => params.some((pattern) => matchesPattern(pattern, name)),
    keepsAsItIs: (name) => params.includes(name),
    winner: (facts) => conditions.find(({ when }) => matches(when, facts)),
    image: (src) => site2.images.find((image) => matchesPattern(image.src, src)),
    always: swapsOf(site2),
    entry
  };
}

// src/page/site.ts
var site = {}, rules = {};
function configure(found) {
  Object.assign(site, found), Object.assign(rules, rulesOf(found));
}

// src/page/modeHas.ts
var MODE_HAS = {};
function configureAtStart(found) {
  configure(found), Object.assign(MODE_HAS, modeFeatures(found));
}

// src/vocabulary/siteDefaults.ts
var REFERRER_IGNORE = [
  "paypal.com",
  "stripe.com",
  "paybox.com",
  "systempay.fr",
  "payplug.com",
  "adyen.com",
  "mollie.com",
  "klarna.com"
];
function namedParams(when) {
  return "all" in when ? when.all.flatMap(namedParams) : "any" in when ? when.any.flatMap(namedParams) : "not" in when ? namedParams(when.not) : "param" in when ? [when.param] : [];
}
function siteDefaults(input) {
  return {
    entry: "first",
    visitorDays: 30,
    sessionMinutes: 30,
    region: "FR",
    numbers: [],
    conditions: [],
    probabilistic: "off",
    endpoint: "",
    cookie: "script",
    cookieDomain: "",
    callClicks: !1,
    origins: [],
    referrerIgnore: REFERRER_IGNORE,
    attributes: [],
    images: [],
    swapAt: "auto",
    valueTrack: {},
    plans: {},
    ...input,
    params: [
      .../* @__PURE__ */ new Set([
        ...input.params ?? ["utm_*"],
        ...(input.conditions ?? []).flatMap(({ when }) => namedParams(when))
      ])
    ],
    trackingIds: { add: [], ...input.trackingIds },
    mode: MODE_ALIASES[input.mode] ?? input.mode,
    consent: {
      manager: "auto",
      key: "magnetis",
      purposes: [1, 8],
      vendor: 0,
      category: "analytics",
      rotation: "exempt",
      gpc: !0,
      notice: "",
      ...input.consent
    }
  };
}

// src/vocabulary/managers.ts
var MANAGER_SETTINGS = {
  manual: [],
  axeptio: ["key"],
  didomi: ["key"],
  tarteaucitron: ["key"],
  tcf: ["vendor", "purposes"],
  piwikpro: ["category"],
  klaro: ["key"],
  orejime: ["key"],
  cookieconsent: ["key", "category"],
  onetrust: ["category"],
  cookiebot: ["category"],
  usercentrics: ["key"],
  complianz: ["category"],
  wordpress: ["category"],
  google: ["category"]
}, MANAGERS = Object.keys(MANAGER_SETTINGS), ADAPTED = MANAGERS.filter((name) => name !== "manual");
function heardManagers(manager6) {
  return ADAPTED.filter((name) => manager6 === "auto" ? name !== "google" : name === manager6);
}

// src/page/consent/adapters/axeptio.ts
var page = window, choices, axeptio = {
  name: "axeptio",
  tier: 0,
  // Not `_axcb`, which we create.
  detect: () => page.axeptioSDK || page.axeptioSettings,
  install(hear2) {
    page._axcb ||= [], page._axcb.push((sdk2) => {
      let take = (now) => {
        choices = now, hear2();
      };
      sdk2.on("cookies:complete", take), take(sdk2.userPreferencesManager?.choices);
    });
  },
  // A widget left half-way holds what was ticked in it: that is no decision.
  read: ({ key }) => choices?.$$completed === !1 ? void 0 : choices?.[key],
  // Nothing of what was chosen for others, nor `$$token`: an id of the visitor would outlive ours.
  describe: ({ key }) => ({ signal: JSON.stringify(choices, [key, "$$date"]) })
};

// src/page/consent/adapters/complianz.ts
var page2 = window, nameOf = (category) => category === "analytics" ? "statistics" : category, complianz = {
  name: "complianz",
  tier: 2,
  // The consent type is set once the visitor's region is known.
  detect: () => page2.wp_consent_type && page2.cmplz_get_cookie,
  // The second comes last, also when a new policy has made it forget the choice.
  events: () => ["cmplz_status_change", "cmplz_fire_categories"],
  read({ category }) {
    let { complianz: settings, cmplz_get_cookie: stored } = page2, name = nameOf(category), value = stored(name);
    return settings.consenttype === "other" ? null : value === "deny" ? !1 : value === "allow" && !(settings.forceEnableStats && name === "statistics") || void 0;
  },
  describe: ({ category }) => ({
    key: nameOf(category),
    signal: `${nameOf(category)}=${page2.cmplz_get_cookie?.(nameOf(category))}`,
    version: `${page2.complianz?.version || ""}`
  })
};

// src/page/consent/adapters/cookiebot.ts
var manager = () => window.Cookiebot, nameOf2 = (category) => category === "analytics" ? "statistics" : category, cookiebot = {
  name: "cookiebot",
  tier: 2,
  // Its script tag has the id `Cookiebot`: until it has run, the global is that element.
  detect: () => manager()?.consent,
  // Not what opens its dialog: `renew()` forgets the choice before there is a new one.
  events: () => ["ConsentReady", "Accept", "Decline"].map((event) => `CookiebotOn${event}`),
  read({ category }) {
    let { consent: consent2, hasResponse } = manager();
    return hasResponse === !0 && consent2?.method === "explicit" ? consent2[nameOf2(category)] : void 0;
  },
  // The signal is the plain choice: `consent` also holds a `stamp`, an id of the visitor, and other choices.
  describe: ({ category }) => ({
    key: nameOf2(category),
    signal: `${nameOf2(category)}=${manager()?.consent?.[nameOf2(category)]}`
  })
};

// src/page/consent/adapters/cookieconsent.ts
var library = () => window.CookieConsent, isService = !1, cookieconsent = {
  name: "cookieconsent",
  get tier() {
    return isService ? 0 : 2;
  },
  events: () => ["cc:onConsent", "cc:onChange"],
  // Old builds of Cookiebot use the same global. It has no settings before it is run.
  detect: () => typeof library()?.validConsent == "function" && library().getConfig("categories"),
  read({ category, key }) {
    let { acceptedCategory, acceptedService, getConfig, validConsent } = library(), found = getConfig("categories")?.[category];
    return isService = !!found?.services?.[key], found && !found.readOnly && validConsent() === !0 ? isService ? acceptedService(key, category) : acceptedCategory(category) : void 0;
  }
};

// src/page/consent/adapters/didomi.ts
var page3 = window, sdk, didomi = {
  name: "didomi",
  tier: 0,
  detect: () => page3.Didomi || page3.didomiConfig || page3.didomiRemoteConfig,
  install(hear2) {
    page3.didomiOnReady ||= [], page3.didomiOnReady.push((ready) => {
      sdk = ready, hear2();
    }), page3.didomiEventListeners ||= [], page3.didomiEventListeners.push({ event: "consent.changed", listener: hear2 });
  },
  read({ key }) {
    if (!sdk) return;
    let { regulation = "gdpr", vendors } = sdk.getCurrentUserStatus();
    return sdk.isConsentRequired?.() === !1 || !/^gdpr$/i.test(regulation) ? null : (sdk.shouldUserStatusBeCollected || sdk.shouldConsentBeCollected || sdk.isUserStatusPartial)?.call(sdk) === !1 ? vendors[key]?.enabled : void 0;
  },
  describe: ({ key }) => ({
    version: sdk?.version || "",
    // Nothing of what was chosen for others, nor `user_id`: an id of the visitor would outlive ours.
    signal: JSON.stringify(sdk?.getCurrentUserStatus(), ["vendors", key, "enabled", "updated"])
  })
};

// src/page/callSafely.ts
var report = (error) => console.error("mgt:", error);
function callSafely(callback, ...args) {
  try {
    return callback(...args);
  } catch (error) {
    report(error);
    return;
  }
}

// src/page/consent/adapters/google.ts
var layer = () => window.dataLayer, typeOf = (category) => category === "analytics" ? "analytics_storage" : category, said, google = {
  name: "google",
  tier: 3,
  detect: () => layer()?.push,
  watch(hear2, { category }) {
    let found = layer(), take = (entry) => {
      let choices2 = entry?.[0] === "consent" && entry[1] === "update" ? entry[2] : void 0, choice2 = choices2?.[typeOf(category)];
      return choice2 && (said = choice2 === "granted" && choices2?.region ? "" : choice2), choice2;
    };
    found.forEach(take);
    let { push } = found;
    found.push = (...entries) => {
      let length = push.apply(found, entries);
      return callSafely(() => entries.filter(take)[0]) && hear2(), length;
    };
  },
  read: () => said === "granted" ? !0 : said === "denied" ? !1 : void 0,
  describe: ({ category }) => ({ key: typeOf(category), signal: `${typeOf(category)}=${said}` })
};

// src/page/consent/adapters/klaro.ts
var library2 = () => window.klaro, manager2, klaro = {
  name: "klaro",
  tier: 0,
  // Klaro's own element has the id "klaro", which makes it a property of `window` too.
  detect: () => library2()?.getManager,
  watch(hear2) {
    let found = library2(), watcher = { update: hear2 };
    found.addEventListener("render", (config) => {
      manager2 = found.getManager(config), manager2.watch(watcher), hear2();
    });
  },
  // Before the visitor has confirmed, the values are the owner's defaults; a required service is always on.
  read: ({ key }) => manager2?.confirmed === !0 && !manager2.getService(key)?.required ? manager2.savedConsents[key] : void 0,
  describe: () => ({ version: library2()?.version() || "" })
};

// src/page/consent/adapters/onetrust.ts
var page4 = window, groupOf = (category) => category === "analytics" ? "C0002" : category, onetrust = {
  name: "onetrust",
  tier: 2,
  // Before its SDK has come, `OneTrust` can hold settings only, or be an element with that id.
  detect: () => page4.OneTrust?.IsAlertBoxClosed,
  events: () => ["OneTrustGroupsUpdated"],
  // Comes later than the event, when the banner counts as closed.
  watch: (hear2) => page4.OneTrust?.OnConsentChanged(hear2),
  read({ category }) {
    let { OneTrust: manager6, OnetrustActiveGroups: active2 } = page4, { ConsentModel, Groups } = manager6.GetDomainData(), id = groupOf(category), group = Groups.find(({ CustomGroupId }) => CustomGroupId === id);
    if (!(!group || (manager6.IsAlertBoxClosedAndValid || manager6.IsAlertBoxClosed).call(manager6) !== !0))
      return active2.split(",").includes(id) && // Where a group is on without being asked for, closing the banner leaves it on: that is no yes.
      (!/always|out|impl|notice/i.test(`${group.Status}${ConsentModel?.Name}`) || void 0);
  },
  describe: ({ category }) => ({
    key: groupOf(category),
    signal: `${page4.OnetrustActiveGroups}`,
    version: /OptanonConsent=[^;]*version=([\d.]+)/.exec(document.cookie)?.[1] || ""
  })
};

// src/page/consent/adapters/orejime.ts
var manager3, orejime = {
  name: "orejime",
  tier: 0,
  install(hear2) {
    addEventListener(
      "orejime.loaded",
      ({ detail }) => {
        manager3 = detail?.manager, manager3?.on("dirty", hear2), hear2();
      },
      !0
    );
  },
  // An element with this id, where Orejime may have been told to show itself, is a property of `window` too.
  detect: () => manager3 ??= window.orejime?.manager,
  watch: (hear2) => manager3?.on("dirty", hear2),
  read: ({ key }) => manager3?.isDirty() === !1 ? manager3.getConsent(key) : void 0
};

// src/page/consent/adapters/piwikpro.ts
var manager4 = () => window.ppms?.cm, cookies = () => `${document.cookie.match(/ppms_privacy_[^;]*/g)}`, piwikpro = {
  name: "piwikpro",
  tier: 2,
  detect: () => manager4()?.api,
  watch(hear2) {
    let seen = cookies(), look3 = () => {
      seen !== cookies() && (seen = cookies(), hear2());
    };
    setInterval(look3, 1e3), addEventListener("click", () => [10, 200].map((wait) => setTimeout(look3, wait)), !0);
  },
  read: ({ category }) => new Promise((resolve, reject) => {
    manager4()?.api?.("getComplianceSettings", resolve, reject);
  }).then(({ consents }) => {
    let status = consents?.[category]?.status;
    return status === 1 || (status === 0 ? !1 : void 0);
  })
};

// src/page/consent/adapters/tarteaucitron.ts
var manager5 = () => window.tarteaucitron, tarteaucitron = {
  name: "tarteaucitron",
  tier: 0,
  detect: () => manager5()?.services,
  events: ({ key }) => ["added", "allowed", "disallowed"].map((event) => `${key}_${event}`),
  read({ key }) {
    let { parameters, services, state } = manager5() || {};
    return parameters?.serviceDefaultState === !0 || services?.[key]?.needConsent === !1 ? void 0 : state?.[key];
  },
  describe: () => ({ version: `${manager5()?.version || ""}` })
};

// src/page/consent/adapters/tcf.ts
var LOCATOR = "__tcfapiLocator", api = () => {
  let { __tcfapi: found } = window;
  return typeof found == "function" ? found : void 0;
};
function locatorFrame() {
  for (let frame = window; frame !== frame.parent; ) {
    frame = frame.parent;
    try {
      if (frame.frames[LOCATOR]) return frame;
    } catch {
    }
  }
}
function allows(data, { vendor, purposes }) {
  let given = (flags, id) => flags?.[id] === !0, { consents, disclosedVendors, vendorsDisclosed } = data.vendor || {}, disclosed = disclosedVendors || vendorsDisclosed || {};
  return (
    // Nothing to ask about is nothing consented.
    (vendor > 0 || purposes.length > 0) && purposes.every(
      (purpose) => given(data.purpose?.consents, purpose) && // 0: not allowed; 2: legitimate interest, which never allows storing.
      ![0, 2].includes(data.publisher?.restrictions?.[purpose]?.[vendor])
    ) && // Strings older than TCF 2.3 disclose nobody: the object is absent or empty.
    (!vendor || given(consents, vendor) && (!Object.keys(disclosed)[0] || given(disclosed, vendor)))
  );
}
var choice, proof, tcf = {
  name: "tcf",
  tier: 1,
  detect: () => api() || locatorFrame(),
  read: () => choice,
  describe: () => proof,
  watch(hear2, settings) {
    let { vendor, purposes } = settings, listener = (data, success) => {
      if (!success || !/^(tcloaded|useractioncomplete)$/.test(data?.eventStatus || "")) return;
      let { gdprApplies, isServiceSpecific, tcString = "", cmpId, cmpVersion } = data;
      choice = gdprApplies === !1 ? null : (
        // A string for a group of sites has been invalid since TCF 2.2.
        isServiceSpecific === !1 ? void 0 : allows(data, settings)
      ), proof = {
        own: vendor > 0,
        key: `${vendor}`,
        signal: vendor ? tcString : `purposes ${purposes} ${tcString}`,
        version: `${cmpId}.${cmpVersion}`
      }, hear2();
    }, found = api();
    if (found) {
      found("addEventListener", 2, listener);
      return;
    }
    let callId = `mgt${Math.random()}`, wait = 50, listenerId, call = (command, parameter, id = callId) => locatorFrame()?.postMessage({ __tcfapiCall: { command, version: 2, parameter, callId: id } }, "*"), ask2 = () => {
      call("ping"), wait = Math.min(wait * 1.5, 2e3), setTimeout(ask2, wait);
    };
    addEventListener("message", ({ data }) => {
      try {
        let answer = (typeof data == "string" ? JSON.parse(data) : data)?.__tcfapiReturn;
        if (answer?.callId !== callId) return;
        let { returnValue, success } = answer;
        returnValue?.cmpLoaded ? call("addEventListener") : returnValue?.listenerId !== void 0 && (listenerId !== void 0 && listenerId !== returnValue.listenerId && call("removeEventListener", listenerId, ""), listenerId = returnValue.listenerId, listener(returnValue, success));
      } catch {
      }
    }), ask2();
  }
};

// src/page/consent/adapters/usercentrics.ts
var page5 = window, proof2;
function judge(given, how, action) {
  return proof2 = how, /^explicit$/i.test(how?.type || "") ? given : action === "onNonEURegion" ? null : void 0;
}
var usercentrics = {
  name: "usercentrics",
  tier: 0,
  detect: () => page5.__ucCmp || page5.UC_UI,
  events: () => [
    "UC_UI_INITIALIZED",
    "UC_UI_CMP_EVENT",
    // A click may be told before it is saved: these tell the change, in version 3 and in version 2.
    "UC_CONSENT",
    "UC_SDK_EVENT"
  ],
  read({ key }) {
    if (page5.__ucCmp)
      return page5.__ucCmp.getConsentDetails().then(({ services, consent: consent3 }) => {
        let how2 = services[key]?.consent;
        return judge(how2?.given, how2, consent3?.updatedBy);
      });
    let consent2 = page5.UC_UI?.getServicesBaseInfo().find(({ id }) => id === key)?.consent, how = consent2?.history?.at(-1);
    return judge(consent2?.status, how, how?.action);
  },
  describe: () => ({
    version: proof2?.versions?.application || "",
    signal: JSON.stringify(proof2, ["given", "type", "action"])
  })
};

// src/page/consent/adapters/wordpress.ts
var api2 = () => window, nameOf3 = (category) => category === "analytics" ? "statistics" : category, cookieOf = (category) => document.cookie.split("; ").find(
  (cookie) => cookie.startsWith(`${api2().consent_api?.cookie_prefix || "wp_consent"}_${nameOf3(category)}=`)
) || "", typeSet = () => api2().wp_has_consent && (api2().wp_consent_type ?? api2().wp_fallback_consent_type), wordpress = {
  name: "wordpress",
  tier: 2,
  events: () => ["wp_consent_type_defined", "wp_listen_for_consent_change"],
  detect: typeSet,
  read({ category }) {
    let [, choice2] = cookieOf(category).split("="), type = typeSet();
    return choice2 === "deny" ? !1 : type && !/^opt/.test(type) ? (
      // Complianz has "other" where no law applies, and says yes for the visitor.
      null
    ) : type && choice2 === "allow" ? api2().wp_has_consent?.(nameOf3(category)) : void 0;
  },
  describe: ({ category }) => ({ key: nameOf3(category), signal: cookieOf(category) })
};

// src/page/consent/adapters/all.ts
var ADAPTERS = [
  axeptio,
  didomi,
  tarteaucitron,
  usercentrics,
  tcf,
  klaro,
  orejime,
  cookieconsent,
  onetrust,
  cookiebot,
  complianz,
  wordpress,
  piwikpro,
  google
];
function adaptersFor({ consent: { manager: manager6 } }) {
  let heard2 = MODE_HAS.consent || MODE_HAS.probabilistic ? heardManagers(manager6) : [];
  return ADAPTERS.filter(({ name }) => heard2.includes(name));
}

// src/page/consent/engine.ts
var UNKNOWN = { status: "unknown", manager: "" }, MAX_SIGNAL = 8192, MAX_VERSION = 64, PATIENCE = 1e3, answers = /* @__PURE__ */ new Map(), adapters = [], missing = [], said2, decided, onChange, consent = UNKNOWN;
function ofManagers() {
  let present2 = [...answers.values()];
  for (let tier of [0, 1, 2, 3])
    for (let status of ["denied", "pending", "granted", "not_applicable"])
      for (let adapter of adapters) {
        let answer = answers.get(adapter);
        if (answer?.status === status && adapter.tier === tier) return answer;
      }
  return UNKNOWN;
}
function settle(isAct) {
  let next = said2 || ofManagers();
  site.consent.gpc && navigator.globalPrivacyControl && // Only a grant for us by name overrides the browser's general objection; a refusal beside it stays one.
  !(next.status === "granted" && next.own) && (next = { status: "denied", manager: "gpc" }), onChange && (isAct || next.status !== consent.status || next.manager !== consent.manager) && (consent = next, onChange(isAct));
}
var statusOf = (choice2, isDetected) => (
  // Nothing but a plain yes is one.
  choice2 === !0 ? "granted" : choice2 === !1 ? "denied" : choice2 === null ? "not_applicable" : isDetected ? "pending" : "unknown"
);
function hold(adapter, choice2, isFirst) {
  let settings = site.consent, own = !adapter.tier, key = own ? settings.key : settings.category, answer = {
    own,
    key,
    signal: `${key}=${choice2 === !0}`,
    ...callSafely(() => adapter.describe?.(settings)),
    status: statusOf(choice2, callSafely(adapter.detect)),
    manager: adapter.name
  };
  answer.signal = `${answer.signal}`.slice(0, MAX_SIGNAL), answer.version = `${answer.version || ""}`.slice(0, MAX_VERSION), answers.set(adapter, answer), look();
  let { status } = ofManagers();
  /^[gd]/.test(status) && status !== decided && (decided = status, !isFirst && said2?.manager === "api" && (said2 = void 0)), settle();
}
function look() {
  missing = missing.filter((isThere) => !isThere());
}
function listenTo(adapter) {
  let settings = site.consent, asked = 0, isFound = !1, hear2 = () => {
    let turn = ++asked, told = (choice2) => {
      turn === asked && hold(adapter, choice2, turn === 1);
    }, reading = callSafely(adapter.read, settings);
    if (typeof reading?.then == "function") {
      let isAwaited2 = !0, answer = (choice2) => {
        isAwaited2 = !1, told(choice2);
      }, giveUp = () => isAwaited2 && told();
      answers.has(adapter) ? setTimeout(giveUp, PATIENCE) : giveUp(), reading.then(answer, () => answer());
    } else told(reading);
  };
  for (let type of adapter.events?.(settings) || [])
    addEventListener(
      type,
      () => {
        hear2(), queueMicrotask(hear2);
      },
      !0
    );
  return adapter.install && callSafely(() => adapter.install?.(hear2, settings)), () => {
    if (!isFound)
      try {
        isFound = !!adapter.detect(), isFound && (adapter.watch?.(hear2, settings), hear2());
      } catch {
        isFound = !1;
      }
    return isFound;
  };
}
function hearManagers(heard2, callback) {
  adapters = heard2, missing = heard2.map(listenTo);
  let wait = 50, wake = () => {
    look(), wait = Math.min(wait * 1.5, 2e3), missing[0] && setTimeout(wake, wait);
  };
  wake(), onChange = callback, settle();
}
function sayConsent(granted, manager6 = "api") {
  (granted || said2?.manager !== "objection") && (said2 = { status: granted ? "granted" : "denied", own: !0, manager: manager6 }), settle(!0);
}

// src/page/delivery/askNumbers.ts
var TIMEOUT = 400;
async function askNumbers(found) {
  let { endpoint, key, numbers, conditions } = site;
  try {
    let answer = await (await fetch(`${endpoint}/v1/numbers`, {
      method: "POST",
      body: JSON.stringify({ site: key, ...found }),
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT)
    })).json();
    return answer.to_swap.every(
      ({ number, tracked }) => numbers.some(
        (own) => own.number === number && tracked && [own.tracked, ...conditions.map((condition) => condition.numbers[own.id])].includes(tracked)
      )
    ) ? answer : void 0;
  } catch {
    return;
  }
}

// node_modules/js-cookie/dist/js.cookie.mjs
function assign(target) {
  for (var i = 1; i < arguments.length; i++) {
    var source = arguments[i];
    for (var key in source)
      key !== "__proto__" && (target[key] = source[key]);
  }
  return target;
}
var defaultConverter = {
  read: function(value) {
    return value[0] === '"' && (value = value.slice(1, -1)), value.replace(/(%[\dA-F]{2})+/gi, decodeURIComponent);
  },
  write: function(value) {
    return encodeURIComponent(value).replace(
      /%(2[346BF]|3[AC-F]|40|5[BDE]|60|7[BCD])/g,
      decodeURIComponent
    );
  }
};
function init(converter, defaultAttributes) {
  function set(name, value, attributes3) {
    attributes3 = assign({}, defaultAttributes, attributes3), typeof attributes3.expires == "number" && (attributes3.expires = new Date(Date.now() + attributes3.expires * 864e5)), attributes3.expires && (attributes3.expires = attributes3.expires.toUTCString()), name = encodeURIComponent(name).replace(/%(2[346B]|5E|60|7C)/g, decodeURIComponent).replace(/[()]/g, escape);
    var stringifiedAttributes = "";
    for (var attributeName in attributes3)
      attributes3[attributeName] && (stringifiedAttributes += "; " + attributeName, attributes3[attributeName] !== !0 && (stringifiedAttributes += "=" + attributes3[attributeName].split(";")[0]));
    return document.cookie = name + "=" + converter.write(value, name) + stringifiedAttributes;
  }
  function get(name) {
    if (!(arguments.length && !name)) {
      for (var cookies2 = document.cookie ? document.cookie.split("; ") : [], jar = {}, i = 0; i < cookies2.length; i++) {
        var parts = cookies2[i].split("="), value = parts.slice(1).join("=");
        try {
          var found = decodeURIComponent(parts[0]);
          if (found in jar || (jar[found] = converter.read(value, found)), name === found)
            break;
        } catch {
        }
      }
      return name ? jar[name] : jar;
    }
  }
  return {
    set,
    get,
    remove: function(name, attributes3) {
      set(
        name,
        "",
        assign({}, attributes3, {
          expires: -1
        })
      );
    }
  };
}
var api3 = init(defaultConverter, { path: "/" });

// src/vocabulary/parseUrl.ts
function parseUrl(href) {
  try {
    return new URL(href);
  } catch {
    return;
  }
}

// src/page/entry/hosts.ts
var AI_ASSISTANTS = /(?:^|\.)((chatgpt|openai|deepseek|grok|poe)\.com|perplexity\.(ai|com)|(claude|mistral|meta|duck)\.ai|gemini\.google\.com|copilot\.(microsoft\.com|cloud\.microsoft))$/i, SOCIAL_NETWORKS = /(?:^|\.)((facebook|instagram|linkedin|twitter|x|tiktok|youtube|reddit|snapchat|threads|whatsapp)\.com|pinterest\.[a-z.]{2,6}|threads\.net|bsky\.app|lnkd\.in|t\.co|youtu\.be|pin\.it|wa\.me|t\.me|(facebook|instagram|linkedin|twitter|reddit|snapchat)\.(android|katana|frontpage))$|^(fb|ig|msg|an|meta)$/i, SEARCH_ENGINES = /^(?:(?:www\.|m\.|images\.|lens\.)?(google)\.(?:com?\.)?[a-z]{2,3}|(yahoo\.com|com\.google\.android\.googlequicksearchbox))$|(?:^|\.)((bing|duckduckgo|qwant|startpage|baidu|kagi|mojeek|swisscows|search\.(brave|yahoo|aol))\.com|yandex\.[a-z]{2,3}|ya\.ru|(ecosia|lilo|metager)\.org|seznam\.cz|lemoteur\.orange\.fr)$/i;

// src/page/entry/channelOf.ts
var CLICK_IDS = {
  paid_search: /[?&](gclid|gbraid|wbraid|msclkid|gad_source|yclid)=[^&]/,
  paid_social: /[?&](ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid)=[^&]/,
  display: /[?&](dclid)=[^&]/,
  email: /[?&](mc_[ce]id)=[^&]/
}, MEDIUMS = {
  paid_social: /^paid.?social|^social.?(paid|ads)/i,
  paid_search: /^(cpc|ppc|sea|sem|paid|paid.?search)$/i,
  organic_search: /^(organic|seo)$/i,
  organic_social: /^(social|sm$)/i,
  ai_assistant: /^(ai|llm|ai.assistant)$/i,
  email: /^(e.?mail|mail|newsletter)/i,
  display: /^(display|banner|cpm|retargeting)/i,
  affiliate: /^affiliat/i,
  referral: /^(referral|partner)/i
}, HOSTS = {
  ai_assistant: AI_ASSISTANTS,
  organic_social: SOCIAL_NETWORKS,
  organic_search: SEARCH_ENGINES
}, SENDERS = { email: /^(newsletter|e.?mail|brevo|mailchimp|mailjet)/i }, isChannel = (name) => Object.hasOwn(MEDIUMS, name) || /^(direct|internal)$/.test(name);
function lookUp(table, text, by) {
  for (let [channel, pattern] of Object.entries(table))
    if (pattern.test(text))
      return { channel };
}
function hostOf(referrer) {
  return parseUrl(referrer)?.hostname || "";
}
function hasCampaign({ search }) {
  return !!lookUp(CLICK_IDS, search) || /[?&](fbclid|utm_\w+)=[^&]/.test(search);
}
function channelOf({ search, searchParams }, from) {
  let param = (name2) => searchParams.get(name2) || "", host = lookUp(HOSTS, from), name = param("utm_source"), source = lookUp(HOSTS, name, "utm_source") || lookUp(HOSTS, `${name}.com`, "utm_source") || lookUp(SENDERS, name, "utm_source"), medium = lookUp(MEDIUMS, param("utm_medium"), "utm_medium");
  return medium?.channel === "paid_search" && (source || host)?.channel === "organic_social" && (medium.channel = "paid_social"), lookUp(CLICK_IDS, search) || medium || source || host || (param("fbclid") ? { channel: "organic_social" } : { channel: from ? "referral" : "direct" });
}

// src/page/terminal/session.ts
var BLANK = {
  condition: "",
  landing: "",
  last_action: 0,
  last_url: "",
  referrer: "",
  source: "",
  channel: "direct",
  to_swap: [],
  tracking_ids: {},
  pages: 0,
  since: 0,
  consent: "",
  pending: []
}, SESSION = "mgt_session", MAX_PENDING = 50, MAX_PENDING_LENGTH = 16384, MAX_LENGTH = 65536, shape = (session) => JSON.stringify(Object.entries(session).map(([key, value]) => key + Object.prototype.toString.call(value)));
function readSession() {
  try {
    let text = localStorage.getItem(SESSION), session = JSON.parse(text), age = Date.now() - session.since;
    return text.length < MAX_LENGTH && // As we write it: the same keys in the same order, of the same types.
    shape(session) === shape(BLANK) && /^(https?|file):/.test(new URL(session.landing).protocol) && isChannel(session.channel) && Number.isInteger(session.pages) && session.pages > 0 && session.pending.every(({ id }) => id) && // A day's tolerance for a clock that was set back.
    age > -864e5 && age < site.visitorDays * 864e5 ? session : void 0;
  } catch {
    return;
  }
}
function writeSession(session) {
  let { pending } = session;
  for (; pending.length > MAX_PENDING || JSON.stringify(pending).length > MAX_PENDING_LENGTH; ) {
    let last3 = pending.findLastIndex((item) => "type" in item);
    if (last3 < 0) throw Error();
    pending.splice(last3, 1);
  }
  localStorage.setItem(SESSION, JSON.stringify(session));
}

// src/page/terminal/remember.ts
var VISITOR = "mgt_visitor", attributes = (domain) => ({
  sameSite: "Lax",
  secure: location.protocol === "https:",
  ...domain && { domain }
});
function remembered() {
  let session = readSession(), visitor = session && api3.get(VISITOR) || "";
  return session && /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(visitor) ? { visitor, session } : void 0;
}
function remember({ visitor, session }) {
  try {
    if (writeSession(session), api3.get(VISITOR) !== visitor && api3.set(VISITOR, visitor, {
      ...attributes(site.cookieDomain),
      expires: new Date(session.since + site.visitorDays * 864e5)
    }), remembered()) return !0;
  } catch {
  }
  return forgetAll(), !1;
}
function forgetAll() {
  try {
    api3.get(VISITOR) && api3.remove(VISITOR, attributes()), api3.get(VISITOR) && api3.remove(VISITOR, attributes(site.cookieDomain)), localStorage.getItem(SESSION) && localStorage.removeItem(SESSION);
  } catch {
  }
}
function onForgotten(callback) {
  addEventListener("storage", ({ key, newValue }) => {
    (key === SESSION || !key) && !newValue && callback();
  });
}

// src/page/delivery/outbox.ts
var MAX_WAIT = 300, MAX_ASKED = 86400, busy = /* @__PURE__ */ new Set(), abortion = new AbortController(), failures = 0, notBefore = 0, timer, isOpen = !1;
async function post(route, body, signal) {
  try {
    return await fetch(site.endpoint + route, {
      method: "POST",
      body: JSON.stringify(body),
      keepalive: !0,
      // Only the answer to events sets the cookie.
      credentials: site.cookie === "server" && /ev/.test(route) ? "include" : "omit",
      signal
    });
  } catch {
    return;
  }
}
async function deliver(route, body, items, isLeaving) {
  let ids = items.map(({ id }) => id);
  for (let id of ids) busy.add(id);
  if (isLeaving && navigator.sendBeacon?.(site.endpoint + route, JSON.stringify(body))) return;
  let { signal } = abortion, answer = await post(route, body, signal);
  if (!signal.aborted) {
    for (let id of ids) busy.delete(id);
    if (answer && answer.status < 500 && answer.status !== 429) {
      failures = notBefore = 0;
      let found = remembered();
      found && (found.session.pending = found.session.pending.filter(({ id }) => !ids.includes(id)), remember(found));
    } else {
      let wait = Math.max(
        Math.min(Number(answer?.headers.get("Retry-After")) || 0, MAX_ASKED) * 1e3,
        Math.min(2 ** failures++, MAX_WAIT) * (500 + Math.random() * 1e3)
      );
      notBefore = Math.max(notBefore, Date.now() + wait), clearTimeout(timer), timer = setTimeout(() => send(), notBefore - Date.now());
    }
  }
}
function send(isLeaving) {
  let found = isOpen && (isLeaving || Date.now() >= notBefore) && remembered();
  if (!found) return;
  let { visitor, session } = found, events = [];
  for (let item of session.pending)
    busy.has(item.id) || ("status" in item ? deliver("/v1/consents", item, [item], isLeaving) : events.push(item));
  if (MODE_HAS.events && events[0]) {
    let body = { site: site.key, visitor, sent: Date.now(), consent: session.consent, events };
    deliver("/v1/events", body, events, isLeaving);
  }
}
function flush() {
  isOpen = !0, send();
}
function closeOutbox() {
  isOpen = !1, abortion.abort(), abortion = new AbortController(), busy.clear();
}
function watchLeaving() {
  addEventListener("pagehide", () => send(!0)), document.addEventListener("visibilitychange", () => {
    document.hidden || busy.clear(), send(document.hidden);
  }), addEventListener("online", () => {
    notBefore = 0, send();
  });
}

// src/page/emit.ts
var last = {}, listeners = [];
function emit(name, detail) {
  last[name] = detail, document.dispatchEvent(new CustomEvent(`mgt:${name}`, { detail }));
  for (let [wanted, callback] of listeners) wanted === name && callSafely(callback, detail);
}
function on(name, callback) {
  listeners.push([name, callback]), /[yt]$/.test(name) && last[name] && callSafely(callback, last[name]);
}
function off(name, callback) {
  listeners = listeners.filter(([wanted, known2]) => wanted !== name || known2 !== callback);
}

// src/page/lifecycle/createView.ts
function createView(arrival, url) {
  let view2 = { url, referrer: document.referrer, arrival, pages: 1, at: Date.now() };
  return Object.defineProperty(view2, "language", { get: () => `${navigator.languages[0] || ""}` }), Object.defineProperty(view2, "device", {
    get() {
      let { userAgentData, userAgent } = navigator;
      return userAgentData?.mobile ?? /Mobi/.test(userAgent) ? "mobile" : "desktop";
    }
  }), view2;
}

// src/page/lifecycle/onCallClick.ts
function onCallClick(callback) {
  addEventListener(
    "click",
    ({ target }) => {
      let link = target.closest?.('a[href^="tel:" i]');
      link && callback(link.getAttribute("href"));
    },
    !0
  );
}

// src/page/lifecycle/onPageView.ts
function onPageView(callback) {
  addEventListener("pageshow", ({ persisted }) => {
    persisted && callback();
  });
  let { pathname, search } = location, check = (isReplaced) => {
    let isNew = location.pathname !== pathname || !isReplaced && location.search !== search;
    ({ pathname, search } = location), isNew && callback();
  }, { navigation } = window;
  if (navigation?.currentEntry)
    navigation.addEventListener(
      "currententrychange",
      (event) => check(event.navigationType === "replace")
    );
  else {
    for (let name of ["pushState", "replaceState"]) {
      let original = history[name];
      history[name] = (...args) => {
        original.apply(history, args), check(name === "replaceState");
      };
    }
    addEventListener("popstate", () => check());
  }
}
function isArrival() {
  let [navigation] = performance.getEntriesByType?.("navigation") || [];
  return !/^(re|b)/.test(navigation?.type || "");
}

// src/page/lifecycle/whenActivated.ts
function whenActivated(callback) {
  document.prerendering ? document.addEventListener("prerenderingchange", callback, { once: !0 }) : queueMicrotask(callback);
}

// src/page/numbers/hydration.ts
var MARKS = '#__next,#__nuxt,#___gatsby,[data-reactroot],astro-island,[data-sveltekit-preload-data],[src*="/_next/"],[href*="/_app/immutable/"],[href*="/entry.client"]', LATE = 500;
function mustWait() {
  return document.readyState !== "complete" && (site.swapAt === "load" || site.swapAt === "auto" && !!document.querySelector(MARKS));
}
function whenSettled(callback) {
  let idle = (next) => (window.requestIdleCallback || setTimeout)(next);
  addEventListener(
    "load",
    () => idle(() => {
      let late = document.evaluate('boolean(//comment()[starts-with(.,"$")])', document, null, 3);
      setTimeout(idle, late.booleanValue ? LATE : 0, callback);
    })
  );
}

// src/page/numbers/inline.ts
var INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tspan u var wbr".split(
    " "
  )
), UNSEEN = /* @__PURE__ */ new Set(["script", "style", "template"]), isInline = (node) => INLINE.has(node.localName), isUnseen = (node) => UNSEEN.has(node.localName), isInRun = (node) => node.nodeType !== 1 || isInline(node) || isUnseen(node);

// src/page/numbers/pieces.ts
var PIECE = 4e3;
function* pieces(root, isRunDone = !1) {
  let top = root.documentElement || root;
  if (top.getElementsByTagName?.("*").length > PIECE) {
    yield [top, "own"];
    for (let child of [...top.children]) yield* pieces(child, isInline(child));
  } else yield [root, isRunDone ? "inside" : "all"];
}

// src/page/numbers/guessPlan.ts
var SHORT_CODES = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/, NO_TRUNK = /^(1|3[0469]|4[578]|35[124]|37[0-8]|420|50\d|52|65|852|97[34])$/;
function guessPlan(number) {
  let digits = number.slice(1), code = SHORT_CODES.exec(digits)?.[0] || digits.slice(0, 3), trunk = NO_TRUNK.test(code) ? "" : "0", national = (trunk + digits.slice(code.length)).replace(/\B(?=(\d\d)+$)/g, " ");
  return { code, trunk, national };
}

// src/page/numbers/recogniseAny.ts
function recogniseAny(text, { prefix, significant }) {
  let number = new RegExp(`(?<!\\d)\\(?[+\\uff0b]?\\d(?:[${SEPARATOR}]{0,5}\\d){5,14}(?!\\d)`, "g"), end = new RegExp(`\\d(?:\\D*\\d){${significant.length - 1}}$`);
  return [...text.matchAll(number)].map(({ 0: raw, index }) => {
    let own = end.exec(raw)?.index;
    return [
      index,
      raw.length,
      own !== void 0 && /^\(?$/.test(raw.slice(0, prefix.exec(raw.slice(0, own))?.index ?? 2))
    ];
  });
}

// src/page/numbers/recognise.ts
var EDGE = "\u2060", SEPARATOR = "\\s./()\\xad\\xb7\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069\\u2212\\u30fc\\uff08\\uff09\\uff0d-\\uff0f-", GAP = `[${SEPARATOR}]{0,5}`, SEPARATED = new RegExp(`^[\\d${SEPARATOR}]*$`), INTERNATIONAL = "0(?:0\\d?|0?1[01])", MONEY = "$\\xa2-\\xa5\\u058f\\u060b\\u0e3f\\u20a0-\\u20cf\\ufdfc\\uff04\\uffe0-\\uffe6", SIGN = new RegExp(`[\\d_@=#${MONEY}]`), SUM = new RegExp(`^\\s[${MONEY}]`), LETTER = /[a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f]/, OTHER_LETTER = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc])[\p{L}\p{M}]/u, REACH = 200, SPACE = new RegExp(`[\\s${EDGE}]`), JOINT = /[.,/\u066b\u066c\u2010-\u2015-]/, ADDRESS = /\/\/|^www\.|[@?&]|[^\d.]\.[^\d./]+\//i, ADDRESS_NEXT = /@|^\.[a-z\xdf-\xff\u0430-\u045f]{2}/, EXTENSION = /^x\d{1,6}(?![\w-])/i, ONE = "(?:[\\s./-]?[()][\\s./-]?|[\\s./-])", DIGITS = `\\+?\\d(?:${ONE}?\\d)*`, LEFT = new RegExp(`([a-zA-Z]?${DIGITS})${ONE}$`), RIGHT = new RegExp(`^${ONE}(${DIGITS})(?![\\p{L}\\d])`, "u"), DIGIT_NEAR = /\d\D{1,3}$/, DIGIT_NEXT = /^\D{1,4}\d/, isGlue = (char, isBeyond) => SIGN.test(char) || !isBeyond && (LETTER.test(char) || char > "\u024F" && !/[\u2000-\u206f]/.test(char) && OTHER_LETTER.test(char)), withoutEdges = (text) => text.replaceAll(EDGE, ""), withoutMarks = (text) => text.replace(/[\xad\u200b-\u200f\u202a-\u202e\u2061-\u2069]/g, ""), ZEROS = [48, 1632, 1776, 65296], plain = (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => `${digit.charCodeAt(0) & 15}`), withZero = (text, zero) => text.replace(/\d/g, (digit) => String.fromCharCode(zero + +digit));
function createRecogniser({ number, tracked }, plan, isAny = !1) {
  let { code, trunk, optional } = plan, significant = number.slice(1 + code.length), spaced = (digits) => digits.replace(/\d/g, `$&${GAP}`);
  return {
    number,
    tracked,
    plan,
    significant,
    rough: new RegExp([...significant].join("\\D{0,40}"), "g"),
    prefix: new RegExp(
      `(?:(?:[+\\uff0b]|${INTERNATIONAL})${GAP}${spaced(code)}(?:${spaced(trunk)})?|${spaced(trunk)})${optional ? "?" : ""}$`
    ),
    isAny
  };
}
function recognise(text, recogniser) {
  let { rough, prefix, significant, isAny, plan } = recogniser;
  if (isAny) return recogniseAny(text, recogniser);
  let isPhone = (found) => {
    let digits = found && found[1].replace(/[^+\da-z]/gi, "");
    return !digits || /^(\+|00)\d{8}/.test(digits) || digits.startsWith(plan.trunk) && digits.length === plan.trunk.length + significant.length || plan.optional && /^\d/.test(digits) && digits.length === significant.length;
  }, places = [];
  rough.lastIndex = 0;
  for (let found = rough.exec(text); found; found = rough.exec(text)) {
    let { 0: raw, index } = found, end = index + raw.length, head = text.slice(Math.max(0, index - REACH), index), start3 = prefix.exec(head)?.index, before = withoutMarks(head.slice(0, start3)), after = withoutMarks(text.slice(end, end + REACH)), left = withoutEdges(before), right = withoutEdges(after), isJoined = (joint = "", digit = "") => JOINT.test(joint) && /\d/.test(digit);
    start3 === void 0 || !SEPARATED.test(raw) || // An indentation is read as one space.
    /\D{6}/.test(raw.replace(/\s+/g, " ")) || isGlue(left.slice(-1), before.endsWith(EDGE)) || isGlue(right.slice(0, 1), after.startsWith(EDGE)) && !EXTENSION.test(after) || before.endsWith("+") || isJoined(before.at(-1), before.at(-2)) || isJoined(after[0], after[1]) || SUM.test(right) || ADDRESS.test(before.split(SPACE).at(-1)) || ADDRESS_NEXT.test(after.split(SPACE, 1)[0]) || !// In parentheses of its own it has no neighbours.
    (left.endsWith("(") && right.startsWith(")") || isPhone(DIGIT_NEAR.test(left) && LEFT.exec(left)) && isPhone(DIGIT_NEXT.test(right) && RIGHT.exec(right))) ? rough.lastIndex = index + 1 : places.push([end - raw.length - head.length + start3, raw.length + head.length - start3, !0]);
  }
  return places;
}

// src/page/numbers/project.ts
function project(raw, { plan, significant: own, tracked }, other, fits) {
  let ascii = plain(raw), digits = ascii.replace(/\D/g, ""), write2 = (text) => withZero(text, raw.charCodeAt(ascii.search(/\d/)) & -16), isAbroad = other.code !== plan.code, isNational = !/^[+\uff0b]/.test(raw) && digits.length - own.length <= plan.trunk.length, written2 = ({ national }) => national.replace(/\D/g, "").length;
  if (!fits || isAbroad || tracked.length !== 1 + plan.code.length + own.length || isNational && written2(plan) !== written2(other)) {
    let significant = tracked.slice(1 + other.code.length), groups = other.national?.match(/\d+/g) || [significant];
    (!fits || isAbroad || !isNational) && groups.splice(
      0,
      1,
      (fits && !isAbroad && /^0/.test(ascii) ? digits.slice(0, digits.indexOf(plan.code, 2)) : "+") + other.code,
      // Abroad the trunk prefix is not dialled.
      groups[0].slice(groups.join("").length - significant.length)
    );
    let separators = withoutEdges(ascii).split(/\d+/).slice(1, -1), shown2 = groups.filter(Boolean), same = separators.at(-1)?.replace(/[()]/g, "") || "", text = shown2.map(
      (group, at) => fits && shown2.length === separators.length + 1 ? group + (separators[at] || "") : group + // What closes a parenthesis that opened before the number stays.
      (at || !fits || !/^[^(]*\)/.test(raw) ? "" : ")") + (shown2[at + 1] ? same : "")
    ).join("");
    return [...raw].map((_, at) => at ? "" : write2(text));
  }
  let left = digits.length;
  return raw.split("").map(
    (char, at) => /\d/.test(ascii[at]) && left-- <= own.length ? write2(tracked.at(-1 - left)) : char
  );
}

// src/page/numbers/relink.ts
var SCHEME = /^\s*(?:tel|sms|callto):/i, NUMBER = new RegExp(`^(?:[+\\d${SEPARATOR}]|%2[0Bb])*\\d`);
function dialled(href, recognisers) {
  let scheme = SCHEME.exec(href)?.[0];
  if (!scheme) return;
  let rest = href.slice(scheme.length), [number = ""] = NUMBER.exec(plain(rest)) || [], digits = number.replace(/%20/g, "").replace(/%2B/i, "+").replace(/[^+\d]/g, ""), found = recognisers.find(
    ({ significant, prefix, isAny }) => isAny ? digits : digits.endsWith(significant) && prefix.exec(digits.slice(0, -significant.length))?.index === 0
  );
  return found && [found, scheme + found.tracked + rest.slice(number.length)];
}
var relink = (href, recognisers) => dialled(href, recognisers)?.[1] ?? href, dialledIn = (href, recognisers) => dialled(href, recognisers)?.[0];

// src/page/numbers/written.ts
var written = /* @__PURE__ */ new WeakMap(), touched = [], isWritten = (node) => written.has(node);
function originalOf(node) {
  let record2 = written.get(node);
  return record2?.text === node.nodeValue ? record2.original : node.nodeValue;
}
function write(node, before, after) {
  let value = node.nodeValue, record2 = written.get(node);
  if (before === after) written.delete(node);
  else {
    if (record2 || (record2 = { original: "", text: "", times: 0, at: 0 }, written.set(node, record2), touched.push(new WeakRef(node))), value !== after) {
      let at = Date.now();
      if (record2.times = value === record2.original && at - record2.at < 99 ? record2.times + 1 : 0, record2.at = at, record2.times > 50) return 0;
    }
    record2.original = before, record2.text = after;
  }
  return value === after ? 0 : (node.nodeValue = after, 1);
}
function restoreAll() {
  let restored = touched.map((ref) => ref.deref()).filter((node) => node && isWritten(node));
  for (let node of restored) write(node, originalOf(node), originalOf(node));
  return touched = [], restored;
}

// src/page/numbers/swapImage.ts
function swapImage(element, shownFor2) {
  let picture = element.closest("picture"), image = picture?.querySelector("img") || element, source = image.getAttributeNode("src"), original = source && originalOf(source), found = original && (rules.image(original) || rules.image(new URL(original, document.baseURI).href)), own = found && site.numbers.find(({ id }) => id === found.number), after = own && found.srcFor[shownFor2(own.number)], changed = 0;
  if (after) {
    changed = write(source, original, after);
    for (let other of [image, ...picture?.querySelectorAll("source") || []]) {
      let set = other.getAttributeNode("srcset");
      set && (changed += write(set, originalOf(set), after));
    }
  }
  return changed;
}

// src/page/numbers/swapper.ts
var FORCED = "data-mgt-swap", EXCLUDED = '[data-mgt-noswap],[contenteditable]:not([contenteditable="false" i])', UNREAD = `noscript,textarea,${EXCLUDED}`, SHORTEST = 5, active = [], reverse = [], candidate, candidates, selector = "", laterSelector = "", isLater = !1, isForced = !1, strangers = /* @__PURE__ */ new WeakSet(), skipped = `${UNREAD},[${FORCED}]`, attributes2 = () => [
  "href",
  "aria-label",
  "title",
  "alt",
  "value",
  "src",
  "srcset",
  ...site.attributes
], planOf = (number, alike) => site.plans[number] || guessPlan(number);
function rewrite(parts, recognisers) {
  let raw = parts.join(""), text = plain(raw), chars = raw.split("");
  for (let recogniser of recognisers)
    for (let [start3, length, fits] of recognise(text, recogniser)) {
      let { number, tracked, isAny, plan } = recogniser, found = raw.slice(start3, start3 + length), other = isAny ? plan : planOf(tracked, number);
      chars.splice(start3, length, ...project(found, recogniser, other, fits));
    }
  return parts.map(({ length }) => chars.splice(0, length).join(""));
}
function swapRun(run) {
  let changed = 0, parts = run.map((node) => node ? originalOf(node) : EDGE);
  if (run.some((node) => node && isWritten(node)) || candidate.test(plain(parts.join("")))) {
    let before = isLater ? rewrite(parts, reverse) : parts, after = rewrite(before, active);
    for (let [at, node] of run.entries())
      node && (changed += write(node, before[at], after[at]));
  }
  return changed;
}
function swapRuns(block, from = block.firstChild, to = null) {
  let changed = 0, run = [], length = 0, edge = () => {
    run.at(-1) && run.push(void 0);
  }, end = () => {
    length >= SHORTEST && (changed += swapRun(run)), run = [], length = 0;
  }, walk = (first2) => {
    for (let node = first2; node && node !== to; node = node.nextSibling)
      node.nodeType === 3 ? (run.push(node), length += node.length) : !isInRun(node) || isInline(node) && node.matches(skipped) ? end() : isInline(node) && (edge(), walk(node.firstChild), edge());
  };
  return walk(from), end(), changed;
}
var countIn = (text) => candidate.test(text) ? text.match(candidates).length : 0;
function swapBlocks(parent, count) {
  let changed = 0, inside = 0;
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling)
    try {
      let own = child.localName === "body" ? Number.POSITIVE_INFINITY : countIn(plain(child.textContent));
      if (!own) continue;
      let isPart = isInline(child);
      isPart || (inside += own), !child.matches(skipped) && !isUnseen(child) && (changed += swapBlocks(child, isPart ? 0 : own));
    } catch (error) {
      report(error);
    }
  return changed + (inside < count ? swapRuns(parent) : 0);
}
var isEdited = (field) => field.matches(":not(input),:focus,[type=hidden i],[type=password i],[type=checkbox i],[type=radio i]") || field.value !== field.defaultValue;
function swapAttribute(attribute) {
  let { name } = attribute, element = attribute.ownerElement;
  if (!element) return 0;
  let isExcluded = () => !isForced && element.closest(EXCLUDED);
  if (/^src/.test(name)) return isExcluded() ? 0 : swapImage(element, shownFor);
  let original = originalOf(attribute);
  if (name !== "href")
    return !candidate.test(plain(original)) || isExcluded() || name === "value" && isEdited(element) ? 0 : swapRun([attribute]);
  let before = isLater ? relink(original, reverse) : original, after = relink(before, active);
  return original === after && before === after || isExcluded() ? 0 : write(attribute, before, after);
}
function swapAttributes(element) {
  let changed = 0;
  for (let name of attributes2()) {
    let attribute = element.getAttributeNode(name);
    attribute && (changed += swapAttribute(attribute));
  }
  return changed;
}
function swapForced(element) {
  let kept = [active, reverse, candidate, candidates, skipped], own = site.numbers.find(({ id }) => id === element.getAttribute(FORCED)), swap2 = active.find(({ number }) => number === own?.number);
  if (!swap2) return 0;
  let changed = 0, heldBy = (holder) => countIn(plain(holder.textContent)), held2 = heldBy(element);
  for (let inner of element.querySelectorAll(`[data-mgt-noswap],[${FORCED}]`)) held2 -= heldBy(inner);
  held2 <= 0 && strangers.add(element), strangers.has(element) ? (active = [createRecogniser({ ...swap2, number: swap2.tracked }, planOf(swap2.tracked, swap2.number), !0)], reverse = [], candidate = /\d/, candidates = /\d/g) : active = [swap2], skipped = `[data-mgt-noswap],[${FORCED}]`, isForced = !0;
  try {
    for (let inner of [element, ...element.querySelectorAll("*")]) {
      let excluded = inner.closest("[data-mgt-noswap]");
      inner.closest(`[${FORCED}]`) === element && (excluded === element || !element.contains(excluded)) && (changed += swapAttributes(inner));
    }
    changed += swapBlocks(element, Number.POSITIVE_INFINITY);
  } catch (error) {
    report(error);
  }
  return isForced = !1, [active, reverse, candidate, candidates, skipped] = kept, changed;
}
function selectorOf(recognisers) {
  let scripts = /^(ar|ckb|fa|ja|ko|ps|ur|zh)/i.test(document.documentElement.lang) ? ZEROS : [48], tails = recognisers.flatMap(({ number }) => scripts.map((zero) => withZero(number.slice(-2), zero)));
  return [...new Set(tails)].flatMap(
    (tail) => attributes2().map(
      (name) => name === "href" ? (
        // A page's other links are many.
        `[href*="${tail}"]:not([href^="/"],[href^=http])`
      ) : `${name === "value" ? "input" : ""}[${CSS.escape(name)}*="${tail}"]`
    )
  ).concat(`[${FORCED}]`, "img,source").join();
}
function assign2(swaps) {
  let restored = restoreAll();
  active = swaps.map((swap2) => createRecogniser(swap2, planOf(swap2.number, swap2.tracked))), strangers = /* @__PURE__ */ new WeakSet(), reverse = [...swaps.map(
    ({ number, tracked }) => createRecogniser({ number: tracked, tracked: number }, planOf(tracked, number))
  ), ...reverse].filter(
    ({ number }, at, all) => at === all.findIndex((other) => other.number === number) && !active.some((other) => other.number === number)
  );
  let both = [...active, ...reverse];
  candidate = new RegExp(both.map(({ rough }) => rough.source).join("|")), candidates = new RegExp(candidate, "g");
  for (let { number } of active) countIn(`${number.repeat(3)} ${number.slice(3)}`);
  return selector = selectorOf(active), laterSelector = selectorOf(both), restored;
}
var isNeeded = () => !!reverse[0];
function swapUnder(root, isNew = !1, part = "all") {
  if (!active[0] && !isNew || (root.ownerDocument || root).designMode === "on") return 0;
  isLater = isNew;
  let owner = root.ownerElement || root.nodeType === 3 && root.parentElement || root, forced = owner.closest?.(`[${FORCED}]`);
  if (forced) return swapForced(forced);
  if (root.nodeType === 2) return swapAttribute(root);
  let top = root.documentElement || root, changed = 0;
  top.nodeType === 1 && (changed += swapAttributes(top));
  let isDeep = part !== "own";
  if (isDeep && top.querySelectorAll)
    for (let element of top.querySelectorAll(isNew ? laterSelector : selector))
      element.matches(`[${FORCED}]`) ? changed += swapForced(element) : element.closest(`[${FORCED}]`) || (changed += swapAttributes(element));
  let block = top, from = top;
  for (; block.parentNode && (block.nodeType === 3 || isInline(block)); )
    from = block, block = block.parentNode;
  if (owner.closest?.(UNREAD) || isUnseen(block)) return changed;
  if (isDeep && top.firstElementChild && (changed += callSafely(swapBlocks, top, block === top ? Number.POSITIVE_INFINITY : 0) || 0), block !== top) {
    if (part === "inside") return changed;
    let to = from;
    for (; to && isInRun(to); ) to = to.nextSibling;
    for (; from.previousSibling && isInRun(from.previousSibling); ) from = from.previousSibling;
    changed += callSafely(swapRuns, block, from, to) || 0;
  } else (!isDeep || !top.firstElementChild) && (changed += callSafely(swapRuns, block) || 0);
  return changed;
}
var shownFor = (number) => active.find((recogniser) => recogniser.number === number)?.tracked || number;
function dialledIn2(href) {
  let found = dialledIn(href, [...active, ...reverse]);
  return active.find(({ number }) => number === found?.number || number === found?.tracked);
}

// src/page/numbers/trees.ts
var PATIENCE2 = 3, EXCLUDED2 = "[data-mgt-noswap]", trees = [], known = /* @__PURE__ */ new WeakSet(), onTree, heard = /* @__PURE__ */ new WeakSet();
function* foundTrees() {
  for (let ref of trees) {
    let tree = ref.deref();
    tree && (yield tree);
  }
}
function adopt(owner, tree) {
  if (!tree || !onTree || known.has(tree)) return;
  for (let host = owner; host; host = host.getRootNode().host)
    if (host.closest(EXCLUDED2)) return;
  known.add(tree), trees.push(new WeakRef(tree)), onTree(tree), hearFrames(tree);
  let { defaultView } = tree;
  defaultView && hear(defaultView), findTrees(tree);
}
function look2(element) {
  if (adopt(element, element.shadowRoot), element.nodeName === "IFRAME") {
    let { contentDocument, contentWindow } = element;
    contentDocument?.readyState === "complete" && !contentWindow.mgt && adopt(element, contentDocument);
  }
}
function findTrees(root) {
  let walker = document.createTreeWalker(root.documentElement || root, 1);
  walker.root.nodeType === 1 && callSafely(look2, walker.root);
  let go = () => {
    let start3 = performance.now();
    for (; walker.nextNode(); )
      if (callSafely(look2, walker.currentNode), performance.now() - start3 > PATIENCE2) return void (window.requestIdleCallback || setTimeout)(go);
  };
  onTree && go();
}
var onLoad = ({ target }) => callSafely(look2, target), hearFrames = (tree) => tree.addEventListener("load", onLoad, !0);
function hear(view2) {
  if (heard.has(view2)) return;
  heard.add(view2);
  let { prototype } = view2.Element, { attachShadow } = prototype;
  prototype.attachShadow = function(options2) {
    let root = attachShadow.call(this, options2);
    return options2.mode === "open" && callSafely(adopt, this, root), root;
  };
}
function hearTrees(callback) {
  trees = [], known = /* @__PURE__ */ new WeakSet(), onTree = callback, hear(window), hearFrames(document), findTrees(document);
}
function ignoreTrees() {
  onTree = void 0;
}

// src/page/numbers/watchPage.ts
var MANY = 200, roots = /* @__PURE__ */ new Set(), last2, isAwaited = !1, isEarly = !1, options, onChange2, observer = new MutationObserver((records) => {
  collect(records), !isEarly && document.readyState !== "loading" && flush2(), isEarly = !0;
});
function collect(records) {
  if (records[0]) {
    isAwaited || (isAwaited = !0, (document.hidden ? setTimeout : requestAnimationFrame)(() => {
      isAwaited = isEarly = !1, flush2();
    }));
    for (let {
      type,
      target,
      addedNodes,
      removedNodes,
      attributeName,
      previousSibling,
      nextSibling
    } of records) {
      if (roots.size > MANY) return;
      if (attributeName) roots.add(target.getAttributeNode(attributeName) || target);
      else if (type !== "childList") roots.add(target);
      else if (!last2?.contains(target))
        for (let node of addedNodes)
          (node.nodeType === 1 || /\S/.test(node.nodeValue)) && (roots.add(node), last2 = node);
      if (removedNodes[0])
        for (let near of [previousSibling, nextSibling])
          near && (near.nodeType === 3 || isInline(near)) && roots.add(near);
    }
  }
}
function takeRoots() {
  let batch = roots;
  return roots = /* @__PURE__ */ new Set(), last2 = void 0, batch.size > MANY ? [document] : batch;
}
function flush2() {
  roots.size && callSafely(onChange2, takeRoots());
}
function writing(write2) {
  collect(observer.takeRecords());
  let result = write2();
  return collect(observer.takeRecords().filter(({ type }) => type === "childList")), result;
}
function watchPage(attributeFilter, callback) {
  onChange2 = callback, options = {
    childList: !0,
    subtree: !0,
    characterData: !0,
    attributeFilter: [...attributeFilter, "data-mgt-swap"]
  }, watchTree(document);
}
function watchTree(tree) {
  observer.observe(tree, options);
}
function stopWatching() {
  return collect(observer.takeRecords()), observer.disconnect(), takeRoots();
}

// src/page/numbers/show.ts
var PATIENCE3 = 25, shown = "[]", isWaiting = !1, onSwap, subscriptions = /* @__PURE__ */ new Set();
function swap(root = document) {
  let places = [[root, "all"]];
  for (let tree of foundTrees()) places.push([tree, "all"]);
  return swapPieces(places.values());
}
function swapPieces(queue, isNew = !1, isLimited = !1) {
  let start3 = performance.now(), changed = 0;
  return writing(() => {
    for (let next = queue.next(); !next.done; next = queue.next())
      if (changed += callSafely(swapUnder, next.value[0], isNew, next.value[1]) || 0, isLimited && performance.now() - start3 > PATIENCE3) {
        setTimeout(swapPieces, 0, queue, isNew, isLimited);
        break;
      }
  }), changed && onSwap(changed), changed;
}
function* piecesOf(roots2) {
  let all = new Set(roots2);
  for (let root of all)
    yield* pieces(root, isInRun(root) && !!root.previousSibling && all.has(root.previousSibling));
  if (all.has(document)) for (let tree of foundTrees()) yield* pieces(tree);
}
function scan(roots2, isNew) {
  isWaiting || mustWait() ? (isWaiting || whenSettled(() => {
    isWaiting = !1, callSafely(swap);
  }), isWaiting = !0) : swapPieces(piecesOf(roots2), isNew, !0);
}
function show(swaps, callback) {
  onSwap = callback;
  let next = JSON.stringify(swaps);
  if (next === shown) return;
  shown = next;
  let changed = stopWatching();
  ignoreTrees();
  let restored = assign2(swaps);
  if (isNeeded()) {
    let scanNew = (roots2) => {
      let [first2] = roots2;
      scan(roots2, document.readyState !== "loading" && first2 !== document);
    };
    watchPage(attributes2(), (roots2) => {
      scanNew(roots2);
      for (let root of roots2) (root.nodeType === 1 || root.nodeType === 9) && findTrees(root);
    }), scan([document, ...restored]), scanNew(changed), hearTrees((tree) => {
      watchTree(tree), scan([tree]);
    });
  }
  for (let tell of subscriptions) tell();
}
function subscribe(number, callback) {
  let told = "", tell = () => {
    let tracked = shownFor(number);
    tracked !== told && (told = tracked, callSafely(callback, tracked));
  };
  return subscriptions.add(tell), tell(), () => {
    subscriptions.delete(tell);
  };
}

// src/page/uuid.ts
function uuid() {
  return "10000000-1000-4000-8000-100000000000".replace(
    /[018]/g,
    (digit) => (+digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +digit / 4).toString(16)
  );
}

// src/vocabulary/cleanUrl.ts
var EMAIL_OR_PHONE = /[^\s/@?&=]{1,64}@[^\s/@?&=]{1,255}|(\+|%2B|\b00?)[1-9]([\s().-]{0,3}\d){7,15}/g, TOKEN = /eyJ[\w.-]{9,}|([\da-fA-F]{4,8}-){4}[\da-fA-F]{12}|(?=[A-Za-z_]{0,40}\d)(?=\d{0,40}[A-Za-z_])\w{20,}/g;
function cleanUrl(href, keeps, keepsAsItIs) {
  let url = parseUrl(href);
  if (!url) return "";
  let { protocol, host, pathname, searchParams } = url, cut = (text, isToken = !0) => {
    let safe = text.replace(EMAIL_OR_PHONE, "*");
    return isToken ? safe.replace(TOKEN, "*") : safe;
  }, query = new URLSearchParams();
  for (let [name, value] of searchParams)
    keeps(name) && query.append(name, cut(value, !keepsAsItIs(name)));
  let path = pathname.replace(/%40/g, "@").split("/");
  return `${protocol}//${host}${path.map((part) => cut(part)).join("/")}${`?${query}`.replace(/^\?$/, "")}`;
}

// src/page/entry/cleanUrl.ts
var cleanUrl2 = (href) => cleanUrl(href, rules.keeps, rules.keepsAsItIs);

// src/page/entry/decide.ts
function decide(rules2, reference, view2) {
  let rule = (url2, host2, classified2) => {
    let facts = { url: url2, host: host2, channel: classified2.channel, view: view2 };
    return { ...classified2, condition: rules2.winner(facts) };
  }, url = new URL(view2.url), from = hostOf(view2.referrer), isInside = from === url.hostname || rules2.isInside(from), isOutside = !!from && !isInside || hasCampaign(url), entry = reference ? view2.arrival && isOutside : isOutside || !isInside, own = rule(url, from, entry ? channelOf(url, isInside ? "" : from) : { channel: "internal" });
  if (!reference || entry && (rules2.entry === "last" || own.condition?.touch))
    return { entry, own, inForce: own };
  let landing = new URL(reference.landing), host = hostOf(reference.referrer), { channel } = reference;
  return { entry, own, inForce: rule(landing, host, { channel }) };
}

// src/page/entry/trackingIds.ts
var MAX_LENGTH2 = 512, URL_IDS = "gclid gbraid wbraid fbclid msclkid", VALUE_TRACKS = "campaignid adgroupid creative matchtype network device devicemodel placement target keyword adposition loc_interest_ms loc_physical_ms feeditemid extensionid", readPath = (path) => path.replace(/^window\./, "").split(".").reduce((at, name) => Object.getOwnPropertyDescriptor(Object(at), name)?.value, window);
function present(names, read) {
  let found = {};
  for (let name of names.split(" ")) {
    let value = read(name);
    /^[sn]/.test(typeof value) && value !== "" && (found[name] = `${value}`.slice(0, MAX_LENGTH2));
  }
  return found;
}
function trackingIds({ searchParams }) {
  let param = (name) => searchParams.get(name), ids = present(URL_IDS, param), valueTracks = present(
    VALUE_TRACKS,
    (name) => param(site.valueTrack[name] || name)
  );
  Object.keys(valueTracks)[0] && (ids.valueTracks = valueTracks);
  let cookies2 = api3.get();
  for (let name of Object.keys(cookies2)) {
    let raw = cookies2[name].slice(0, MAX_LENGTH2), part = (pattern) => pattern.exec(raw)?.[1] || "";
    name === "_ga" && (ids[name] = { raw, client_id: part(/(\d+\.\d+)$/) }), /^_pk_id/.test(name) && (ids._pk_id = { raw, visitor_id: part(/^([^.]+)/) }), /^_ga_/.test(name) && (ids[name] = {
      raw,
      session_id: part(/(?:^GS1\.\d+\.|[.$]s)(\d+)/),
      session_number: part(/(?:^GS1\.\d+\.\d+\.|[.$]o)(\d+)/)
    });
  }
  for (let { name, from, key } of site.trackingIds.add)
    try {
      Object.assign(
        ids,
        present(
          name,
          {
            param: () => param(key),
            cookie: () => cookies2[key],
            window: () => readPath(key),
            localStorage: () => localStorage.getItem(key)
          }[from]
        )
      );
    } catch {
    }
  return ids;
}

// src/page/entry/advance.ts
function advance(session, view2, keep2, events) {
  let { url, at } = view2, pages = session.pages + 1;
  view2.pages = pages;
  let { entry, own, inForce } = decide(rules, session.pages ? session : void 0, view2), isEntry = entry || pages < 2, landing = cleanUrl2(url), arrival = {
    landing,
    referrer: cleanUrl2(view2.referrer) || "direct",
    tracking_ids: MODE_HAS.events && keep2 && isEntry ? trackingIds(new URL(url)) : {}
  }, ruling = ({ condition, channel }) => ({
    condition: condition?.id || "",
    source: condition?.source || channel,
    channel
  });
  return MODE_HAS.events && isEntry && events.push({ id: uuid(), type: "entry", at, ...arrival, ...ruling(own) }), MODE_HAS.pagesEvents && events.push({ id: uuid(), type: "pages", at, pages }), MODE_HAS.pageEvents && events.push({ id: uuid(), type: "page", at, url: landing, pages }), {
    entry,
    session: {
      ...session,
      ...own === inForce && arrival,
      ...!MODE_HAS.events && { tracking_ids: {} },
      ...ruling(inForce),
      last_action: at,
      last_url: landing,
      to_swap: swapsOf(site, inForce.condition),
      pages,
      since: session.since || at,
      pending: [...session.pending]
    }
  };
}

// src/page/visit.ts
var MAX_HELD = 100, held = [], first, latest, isKept = !1, isHalted = !1, wasGranted = !1, standing;
function addView(view2) {
  first ||= view2, latest = view2, held.push(view2), held.length > MAX_HELD && held.splice(1, 1);
}
function halt() {
  isHalted = !0, isKept = !1, closeOutbox(), held = [.../* @__PURE__ */ new Set([first, latest])];
}
function hearAnew() {
  isHalted = !1;
}
function haltIfKept() {
  let concerns = isKept && !remembered();
  return concerns && halt(), concerns;
}
var record = (status, receipt, visitor) => ({
  id: uuid(),
  site: site.key,
  ...MODE_HAS.events && visitor && { visitor },
  receipt,
  at: Date.now(),
  status,
  manager: consent.manager,
  // What is undefined is left out of the JSON.
  manager_version: consent.version,
  key: consent.key,
  signal: consent.signal,
  notice: site.consent.notice,
  script: "c8e2d76f8a7a"
});
function replay(keep2) {
  let found = MODE_HAS.storage && !isHalted && !/^(de|no)/.test(consent.status) ? remembered() : void 0, events = [], step = { session: found?.session || BLANK, entry: !1 };
  for (let view2 of held) step = advance(step.session, view2, keep2, events);
  return standing = { ...step, isStored: !!found }, events;
}
function keep() {
  let visitor = remembered()?.visitor;
  if (isKept && !visitor) return !1;
  let events = replay(!0), { session } = standing, id = visitor || uuid();
  if (site.endpoint && (MODE_HAS.consent && !session.consent && (session.consent = uuid(), session.pending.push(record("granted", session.consent, id))), session.pending.push(...events)), !remember({ visitor: id, session })) return !1;
  standing.isStored = isKept = !0, held = [], flush();
  for (let event of events) event.type === "entry" && emit("entry", event);
  return !0;
}
function settleVisit(mayAct) {
  let { status } = consent, isGranted = status === "granted";
  if (isGranted && !wasGranted && (isHalted = !1), /^[dgn]/.test(status) && (wasGranted = isGranted), MODE_HAS.storage && mayAct)
    if (/^[dn]/.test(status)) {
      let receipt = readSession()?.consent;
      halt(), forgetAll(), MODE_HAS.consent && receipt && site.endpoint && post("/v1/consents", record("withdrawn", receipt));
    } else if (isGranted || !MODE_HAS.consent) {
      if (!isHalted && (!held[0] || keep())) return standing;
      halt();
    } else
      isKept = !1, closeOutbox();
  return replay(!1), standing;
}
function collect2(event) {
  let found = isKept && site.endpoint && remembered();
  found && (found.session.pending.push(event), remember(found), flush());
}
async function postWish(route) {
  let visitor = MODE_HAS.events && site.endpoint && remembered()?.visitor;
  return visitor ? post(route, { site: site.key, visitor }) : void 0;
}
function forgetVisitor() {
  postWish("/v1/forget"), halt(), forgetAll();
}
async function copyVisitor() {
  let answer = isKept ? await postWish("/v1/export") : void 0;
  return answer?.ok ? answer.json() : null;
}

// src/page/main.ts
var assignment, isActive = !1, question = 0, counted = "";
function assign3(next) {
  let isFirst = !assignment;
  assignment = next, isFirst && emit("ready", { ...next, mode: site.mode }), show(next.to_swap, (changed) => emit("swap", { ...assignment, changed }));
}
async function ask({ session, entry, isStored }) {
  let { status, manager: manager6 } = consent, asked = ++question, isWanted = status === "denied" && manager6 !== "gpc" && manager6 !== "objection" ? site.probabilistic !== "off" : site.probabilistic === "always" && status !== "denied";
  if (isStored || !site.endpoint || !isWanted) return;
  let { condition, source, channel } = session, answer = await askNumbers({ condition, source, method: entry ? "entry" : "" });
  answer && asked === question && callSafely(assign3, {
    level: 1,
    condition: answer.condition,
    source: answer.source,
    channel,
    to_swap: answer.to_swap
  });
}
function settle2() {
  let standing2 = settleVisit(isActive), { condition, source, channel, to_swap } = standing2.session;
  assign3({ level: standing2.isStored ? 2 : 0, condition, source, channel, to_swap }), MODE_HAS.probabilistic && isActive && ask(standing2);
}
function view(url) {
  addView(createView(!1, url)), settle2();
}
function startVisit(adapters2) {
  let first2 = createView(isArrival(), location.href);
  addView(first2), hearManagers(adapters2, (isAct) => {
    isAct && hearAnew(), callSafely(settle2), emit("consent", { status: consent.status, manager: consent.manager });
  }), settle2(), whenActivated(() => {
    isActive = !0, first2.at = Date.now(), callSafely(settle2), callSafely(onPageView, () => {
      counted = location.href, callSafely(view, counted);
    }), MODE_HAS.storage && (watchLeaving(), onForgotten(() => {
      haltIfKept() && callSafely(settle2);
    }));
  });
}
function countCall(href) {
  let found = dialledIn2(href);
  if (!found) return;
  let { number, tracked } = found, call = { number, tracked, condition: assignment.condition };
  MODE_HAS.callClicks && collect2({ id: uuid(), type: "call_click", at: Date.now(), ...call }), emit("call", call);
}
function start(adapters2) {
  let mgt = { on, off, swap, number: subscribe };
  return MODE_HAS.conditions ? (startVisit(adapters2), mgt.consent = (granted) => sayConsent(granted === !0), mgt.object = () => sayConsent(!1, "objection"), mgt.page = (url) => {
    let { href } = new URL(url || "", location.href);
    href !== counted && view(href), counted = "";
  }, mgt.forget = () => {
    forgetVisitor(), settle2();
  }, mgt.export = async (callback) => callSafely(callback, await copyVisitor().catch(() => null))) : assign3({ level: 0, condition: "", source: "", channel: "", to_swap: rules.always }), onCallClick((href) => callSafely(countCall, href)), mgt;
}

// src/page/index.ts
function start2(input) {
  return configureAtStart(siteDefaults(input)), start(adaptersFor(site));
}
export {
  start2 as start
};
