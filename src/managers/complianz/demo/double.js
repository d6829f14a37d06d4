/* Double of Complianz: what it imitates, and from where, is in the README beside it. */

(() => {
  const CATEGORIES = ["functional", "preferences", "statistics", "marketing"];
  const isFrench = document.documentElement.lang === "fr";
  const settings = window.complianz;

  const fire = (name, detail) => document.dispatchEvent(new CustomEvent(`cmplz_${name}`, { detail }));

  window.cmplz_get_cookie = (name) => {
    const prefix = `${window.complianz.prefix}${name}=`;
    const found = document.cookie.split("; ").find((each) => each.startsWith(prefix));
    return found ? found.slice(prefix.length) : "";
  };

  /** An empty value takes the cookie away. */
  window.cmplz_set_cookie = (name, value) => {
    const { prefix, cookie_expiry: days } = window.complianz;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API writes later, and not over HTTP
    document.cookie = `${prefix}${name}=${value}; SameSite=Lax; path=/; max-age=${value ? days * 86400 : 0}`;
  };

  // Robots have every consent; in opt-out regions so has everybody who has not chosen.
  window.cmplz_has_consent = (category) => {
    if (/bot|crawl|java|curl|wget/i.test(navigator.userAgent) || category === "functional") return true;
    const value = window.cmplz_get_cookie(category);
    return value === "allow" || (value === "" && settings.consenttype !== "optin");
  };

  const accepted = () => CATEGORIES.filter((category) => window.cmplz_has_consent(category));

  const fireCategories = () =>
    fire("fire_categories", {
      category: accepted().at(-1),
      categories: accepted(),
      region: settings.region,
    });

  window.cmplz_set_consent = (category, asked) => {
    const value = category === "functional" ? "allow" : asked;
    const before = window.cmplz_get_cookie(category);
    window.cmplz_set_cookie("policy_id", settings.current_policy_id);
    if (before === value) return;
    window.cmplz_set_cookie(category, value);
    fire("status_change", { category, value, region: settings.region, categories: accepted() });
    if (category === "marketing" && value === "deny" && before === "allow") {
      // For tests: this document is about to go.
      document.documentElement.dataset.reloading = "";
      setTimeout(() => location.reload(), 500);
    }
  };

  window.cmplz_set_banner_status = (status) => {
    window.cmplz_set_cookie("banner-status", status);
    fire("banner_status", status);
  };

  window.cmplz_accept_all = () => {
    for (const category of CATEGORIES) window.cmplz_set_consent(category, "allow");
  };

  window.cmplz_deny_all = () => {
    for (const category of CATEGORIES) window.cmplz_set_consent(category, "deny");
    fireCategories();
    fire("revoke", false);
  };

  function checkPolicy() {
    const policy = window.cmplz_get_cookie("policy_id");
    if (!policy || policy === settings.current_policy_id) return;
    window.cmplz_deny_all();
    for (const name of [...CATEGORIES, "policy_id", "banner-status"]) window.cmplz_set_cookie(name, "");
  }

  function begin() {
    window.wp_consent_type = settings.consenttype;
    document.dispatchEvent(new CustomEvent("wp_consent_type_defined"));
    fire("before_cookiebanner");
    if (settings.forceEnableStats && settings.consenttype === "optin")
      window.cmplz_set_consent("statistics", "allow");
    checkPolicy();
    fire("cookie_banner_data", settings);
    fireCategories();
    if (settings.consenttype === "other") {
      window.cmplz_accept_all();
      return;
    }
    const panel = window.cmpPanel({
      title: isFrench
        ? "Complianz (imitation) : mgt, suivi des appels"
        : "Complianz (imitation): mgt, call tracking",
      isDecided: window.cmplz_get_cookie("banner-status") === "dismissed",
      onOpen(isReopened) {
        if (isReopened) window.cmplz_set_banner_status("show");
      },
      onChoice(granted) {
        if (!granted) {
          window.cmplz_set_banner_status("dismissed");
          window.cmplz_deny_all();
          return;
        }
        setTimeout(() => {
          window.cmplz_accept_all();
          window.cmplz_set_banner_status("dismissed");
          fireCategories();
        });
      },
    });
    window.cmplz_open_banner = panel.open;
    fire("cookie_warning_loaded", settings.region);
  }

  // With geolocation the visitor's region is asked of the server first.
  if (settings.geoip) setTimeout(begin, 50);
  else begin();
})();
