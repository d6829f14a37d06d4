/*
 * Double of WordPress's WP Consent API 2.0 and of a small banner plugin that speaks it. What it imitates,
 * and where each behaviour was read, is in README.md.
 */
(() => {
  // What the plugin's PHP prints before its script. No consent type: the banner plugin sets it in the browser.
  window.consent_api = {
    consent_type: "",
    waitfor_consent_hook: false,
    cookie_expiration: 30,
    cookie_prefix: "wp_consent",
    services: [],
  };
  const settings = window.consent_api;

  const cookie = (name) =>
    document.cookie
      .split("; ")
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? "";
  const named = (category) => `${settings.cookie_prefix}_${category}`;

  window.wp_fallback_consent_type = settings.consent_type;
  window.waitfor_consent_hook = settings.waitfor_consent_hook;

  window.wp_has_consent = (category) => {
    const type =
      window.wp_consent_type === undefined ? window.wp_fallback_consent_type : window.wp_consent_type;
    const value = cookie(named(category));
    if (!type || (type.includes("optout") && !value)) return true;
    return value === "allow";
  };

  window.wp_set_consent = (category, value) => {
    if (value !== "allow" && value !== "deny") return;
    const previous = cookie(named(category));
    const seconds = settings.cookie_expiration * 86400;
    const secure = location.protocol === "https:" ? ";secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the real one writes the same way
    document.cookie = `${named(category)}=${value};max-age=${seconds};path=/${secure}`;
    if (previous === value) return;
    const detail = [];
    detail[category] = value;
    document.dispatchEvent(new CustomEvent("wp_listen_for_consent_change", { detail }));
  };

  // The banner plugin works out the visitor's region first, so the type comes after the page has asked.
  setTimeout(() => {
    window.wp_consent_type = "optin";
    document.dispatchEvent(new CustomEvent("wp_consent_type_defined"));
    window.cmpPanel({
      title: "WP Consent API",
      isDecided: cookie(named("statistics")) !== "",
      onChoice(granted) {
        window.wp_set_consent("functional", "allow");
        for (const category of ["preferences", "statistics-anonymous", "statistics", "marketing"])
          window.wp_set_consent(category, granted ? "allow" : "deny");
      },
    });
  }, 20);
})();
