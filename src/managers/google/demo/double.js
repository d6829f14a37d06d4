/*
 * Double of a page with Google Consent Mode v2: the owner's own banner, and what Google's tag does to
 * `dataLayer`. What it imitates, and where each behaviour was read, is in README.md.
 */
(() => {
  const STORED = "consentMode";
  const layer = window.dataLayer;

  const update = (value) =>
    window.gtag("consent", "update", {
      ad_storage: value,
      ad_user_data: value,
      ad_personalization: value,
      analytics_storage: value,
    });

  // Google's tag, once it has come, puts a `push` of its own in place of the one that it finds, and keeps
  // no more than 300 entries.
  setTimeout(() => {
    const { push } = layer;
    layer.push = (...entries) => {
      const length = push.apply(layer, entries);
      while (layer.length > 300) layer.shift();
      return length;
    };
    layer.push({ event: "gtm.js", "gtm.start": Date.now() });
  }, 40);

  setTimeout(() => {
    const stored = localStorage.getItem(STORED);
    if (stored) update(stored);
    window.cmpPanel({
      title: "Google Consent Mode",
      isDecided: !!stored,
      onChoice(granted) {
        const value = granted ? "granted" : "denied";
        localStorage.setItem(STORED, value);
        update(value);
      },
    });
  }, 20);
})();
