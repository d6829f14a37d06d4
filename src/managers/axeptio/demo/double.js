/** Stands in for Axeptio's `sdk.js`. README.md says what it imitates, and where each behaviour is known from. */
{
  const COOKIE = "axeptio_cookies";
  const isFrench = document.documentElement.lang === "fr";
  // Declared in the back office: name, and the title that the visitor reads.
  const VENDORS = {
    magnetis: isFrench ? "mgt, suivi des appels" : "mgt, call tracking",
    google_analytics: "Google Analytics",
  };
  const { cookiesVersion } = window.axeptioSettings;
  const listeners = [];

  function write(name, value) {
    // Braces, colons and dollars stay readable in its cookies.
    const readable = encodeURIComponent(value).replace(/%(7B|7D|3A|24)/g, decodeURIComponent);
    // biome-ignore lint/suspicious/noDocumentCookie: as it does; the Cookie Store API is not everywhere
    document.cookie = `${name}=${readable}; path=/; max-age=15552000; SameSite=Lax`;
  }

  function readChoicesFromCookies(name = COOKIE) {
    const found = document.cookie.match(`(?:^|; )${name}=([^;]*)`);
    return found ? JSON.parse(decodeURIComponent(found[1] ?? "")) : undefined;
  }

  const stored = readChoicesFromCookies();
  const token = stored?.$$token ?? Math.random().toString(36).slice(2);

  function save(choices, isCompleted) {
    const all = {
      $$token: token,
      $$date: new Date().toISOString(),
      $$cookiesVersion: isCompleted ? { name: cookiesVersion, identifier: "0".repeat(24) } : {},
      ...choices,
      $$completed: isCompleted,
    };
    const listed = (names) => `,${names.join(",")},`;
    write(COOKIE, JSON.stringify(all));
    write("axeptio_authorized_vendors", listed(Object.keys(choices).filter((name) => choices[name])));
    write("axeptio_all_vendors", listed(Object.keys(choices)));
    return all;
  }

  const sdk = {
    settings: { ...window.axeptioSettings, token },
    userPreferencesManager: { choices: {}, readChoicesFromCookies },
    on(event, listener) {
      listeners.push([event, listener]);
    },
    emit(event, detail) {
      for (const [heard, listener] of listeners) if (heard === event) listener(detail);
    },
    requestConsent: () => window.openAxeptioCookies(),
  };

  function start() {
    const isCompleted = !!stored?.$$completed;
    if (isCompleted) sdk.userPreferencesManager.choices = stored;
    else save({}, false);
    const waiting = window._axcb ?? [];
    window.axeptioSDK = sdk;
    window._axcb = { push: (callback) => callback(sdk) };
    for (const callback of waiting) callback(sdk);
    const panel = window.cmpPanel({
      title: `Axeptio (${VENDORS.magnetis})`,
      isDecided: isCompleted,
      onOpen: () => sdk.emit("open"),
      onChoice(granted) {
        const choices = Object.fromEntries(Object.keys(VENDORS).map((name) => [name, granted]));
        sdk.userPreferencesManager.choices = save(choices, true);
        sdk.emit("cookies:complete", sdk.userPreferencesManager.choices);
        sdk.emit("close", sdk.userPreferencesManager.choices);
        // Once its API has answered.
        setTimeout(() => sdk.emit("consent:saved", { consent: { accept: granted } }), 200);
      },
    });
    window.openAxeptioCookies = panel.open;
    sdk.emit("ready", sdk);
    if (isCompleted) sdk.emit("cookies:complete", sdk.userPreferencesManager.choices);
  }

  // Its configuration comes over the network first.
  setTimeout(start, 20);
}
