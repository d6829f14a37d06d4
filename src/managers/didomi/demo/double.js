/** Stands in for Didomi's web SDK. README.md says what it imitates, and where each behaviour is known from. */
{
  const TOKEN = "didomi_token";
  const isFrench = document.documentElement.lang === "fr";
  // Declared in the console: the vendor's id, the name that the visitor reads, and its purposes.
  const VENDORS = {
    "c:magnetis-AbC123xy": {
      name: isFrench ? "mgt, suivi des appels" : "mgt, call tracking",
      purposeIds: ["measure_content_performance"],
    },
    "c:statistics-Zz98": { name: "Statistics", purposeIds: ["measure_content_performance"] },
    // Essential purposes alone: enabled without a choice.
    "c:hosting-Yy76": { name: "Hosting", purposeIds: [] },
  };
  const ids = Object.keys(VENDORS).filter((id) => VENDORS[id].purposeIds.length);
  const purposeIds = ["measure_content_performance"];

  function readToken() {
    const found = document.cookie.match(`(?:^|; )${TOKEN}=([^;]*)`);
    return found ? JSON.parse(atob(decodeURIComponent(found[1] ?? ""))) : undefined;
  }

  let token = readToken();
  let isReady = false;
  let panel;

  function emit(event, detail = {}) {
    for (const each of window.didomiEventListeners) if (each.event === event) each.listener(detail);
  }

  const listed = (list) => (granted) => (token?.[list][granted ? "enabled" : "disabled"] ?? []).slice();
  const vendors = listed("vendors");
  const purposes = listed("purposes");

  function decide(granted) {
    const had = token;
    const now = new Date().toISOString();
    const list = (all) => ({ enabled: granted ? all : [], disabled: granted ? [] : all });
    token = {
      user_id: had?.user_id ?? crypto.randomUUID?.() ?? "00000000-0000-4000-8000-000000000000",
      created: had?.created ?? now,
      updated: now,
      vendors: list(ids),
      purposes: list(purposeIds),
      version: 2,
    };
    const encoded = btoa(JSON.stringify(token));
    // biome-ignore lint/suspicious/noDocumentCookie: as it does; the Cookie Store API is not everywhere
    document.cookie = `${TOKEN}=${encodeURIComponent(encoded)}; path=/; max-age=31536000; SameSite=Lax`;
    localStorage.setItem(TOKEN, encoded);
    emit("internal.consent.updated");
    if (had && String(had.vendors.enabled) === String(token.vendors.enabled)) return false;
    emit("internal.consent.changed");
    emit("consent.changed", { consentToken: token });
    return true;
  }

  const status = (list, id) => ({ id, enabled: list(true).includes(id) });

  window.didomiEventListeners ||= [];
  window.Didomi = {
    version: "1.0.0-double",
    isReady: () => isReady,
    // Before it is ready it knows of no regulation, vendor or choice.
    isConsentRequired: () => isReady,
    isUserStatusPartial: () => isReady && !token,
    isUserConsentStatusPartial: () => isReady && !token,
    shouldConsentBeCollected: () => isReady && !token,
    shouldUserStatusBeCollected: () => isReady && !token,
    getCurrentUserStatus() {
      if (!isReady) return { regulation: "none", vendors: {}, purposes: {} };
      const { user_id = "", created = "", updated = "" } = token ?? {};
      return {
        user_id,
        created,
        updated,
        consent_string: "",
        addtl_consent: "",
        regulation: "gdpr",
        purposes: Object.fromEntries(purposeIds.map((id) => [id, status(purposes, id)])),
        vendors: {
          ...Object.fromEntries(ids.map((id) => [id, status(vendors, id)])),
          "c:hosting-Yy76": { id: "c:hosting-Yy76", enabled: true },
        },
      };
    },
    getUserStatus: () => ({
      user_id: token?.user_id,
      vendors: { consent: { enabled: vendors(true), disabled: vendors(false) } },
      purposes: { consent: { enabled: purposes(true), disabled: purposes(false) } },
    }),
    getRequiredVendors: () => Object.entries(VENDORS).map(([id, vendor]) => ({ id, ...vendor })),
    on(event, listener) {
      window.didomiEventListeners.push({ event, listener });
    },
    setUserAgreeToAll: () => decide(true),
    setUserDisagreeToAll: () => decide(false),
    notice: { show: () => panel?.open(), hide: () => emit("notice.hidden"), isVisible: () => !token },
    preferences: { show: () => panel?.open() },
  };

  function start() {
    isReady = true;
    const waiting = window.didomiOnReady ?? [];
    window.didomiRemoteConfig = { notices: [{ notice_id: "AbC123xy" }] };
    window.didomiOnReady = { push: (callback) => callback(window.Didomi) };
    panel = window.cmpPanel({
      title: `Didomi (${VENDORS["c:magnetis-AbC123xy"].name})`,
      isDecided: !!token,
      onOpen: (isReopened) => emit(isReopened ? "preferences.shown" : "notice.shown"),
      onChoice(granted) {
        emit("notice.hidden");
        decide(granted);
      },
    });
    for (const callback of waiting) callback(window.Didomi);
  }

  // The notice's configuration comes over the network after the SDK.
  setTimeout(start, 20);
}
