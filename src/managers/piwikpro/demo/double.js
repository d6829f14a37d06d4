/* Double of Piwik PRO's Consent Manager: what it imitates, and from where, is in the README beside it. */

(() => {
  const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const COOKIE = `ppms_privacy_${dataset.appId}`;
  const TYPES = ["analytics", "conversion_tracking", "custom_consent", "remarketing"];
  const isFrench = document.documentElement.lang === "fr";

  /** The stored choices; an empty object while there is none. */
  function stored() {
    const found = document.cookie.split("; ").find((each) => each.startsWith(`${COOKIE}=`));
    return found ? JSON.parse(decodeURIComponent(found.slice(COOKIE.length + 1))) : {};
  }

  function store(status, types) {
    const updatedAt = new Date().toISOString();
    const consents = Object.fromEntries(types.map((type) => [type, { status, updatedAt }]));
    const value = { consents: { ...stored().consents, ...consents } };
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API writes later, and not over HTTP
    document.cookie = `${COOKIE}=${encodeURIComponent(JSON.stringify(value))}; path=/; max-age=31536000; SameSite=Lax`;
  }

  const COMMANDS = {
    getComplianceTypes: () => TYPES,
    getNewComplianceTypes: () => TYPES.filter((type) => !stored().consents?.[type]),
    getComplianceSettings: stored,
    setInitialComplianceSettings: (settings) =>
      store(
        -1,
        (settings.consents ?? settings).filter((type) => !stored().consents?.[type]),
      ),
    setComplianceSettings({ consents }) {
      for (const [type, { status }] of Object.entries(consents)) store(status, [type]);
    },
    openConsentForm: () => panel.open(),
  };
  let panel;

  /** Every answer comes in a task of its own. */
  function run({ event, parameters }) {
    const command = COMMANDS[/^ppms\.cm:(\w+)$/.exec(event ?? "")?.[1]];
    if (!command) return;
    const callbacks = parameters.filter((each) => typeof each === "function");
    setTimeout(() => {
      let answer;
      try {
        answer = command(parameters[0]);
      } catch (error) {
        callbacks[1]?.(error);
        return;
      }
      callbacks[0]?.(answer);
    }, 5);
  }

  // The container comes some time after its snippet, and then answers what has been queued.
  setTimeout(() => {
    panel = window.cmpPanel({
      title: isFrench
        ? "Piwik PRO (imitation) : mgt, suivi des appels"
        : "Piwik PRO (imitation): mgt, call tracking",
      isDecided: (stored().consents?.analytics?.status ?? -1) !== -1,
      onOpen(isReopened) {
        // Shown, not answered.
        if (!isReopened) window.ppms.cm.api("setInitialComplianceSettings", { consents: TYPES });
      },
      onChoice: (granted) =>
        window.ppms.cm.api("setComplianceSettings", {
          consents: Object.fromEntries(TYPES.map((type) => [type, { status: granted ? 1 : 0 }])),
        }),
    });
    const queued = [...window.dataLayer];
    const { push } = window.dataLayer;
    window.dataLayer.push = (...entries) => {
      const length = push.apply(window.dataLayer, entries);
      entries.forEach(run);
      return length;
    };
    queued.forEach(run);
  }, 20);
})();
