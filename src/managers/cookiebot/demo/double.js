/* Double of Cookiebot: what it imitates, and from where, is in the README beside it. */

(() => {
  const COOKIE = "CookieConsent";
  const isFrench = document.documentElement.lang === "fr";

  /** The stored choice, in the vendor's own notation, which is not JSON. */
  function stored() {
    const text = decodeURIComponent(
      document.cookie
        .split("; ")
        .find((each) => each.startsWith(`${COOKIE}=`))
        ?.slice(COOKIE.length + 1) ?? "",
    );
    const field = (name) => new RegExp(`[{,]${name}:'?([^',}]*)`).exec(text)?.[1];
    return (
      field("stamp") && {
        preferences: field("preferences") === "true",
        statistics: field("statistics") === "true",
        marketing: field("marketing") === "true",
        method: field("method") ?? "implied",
        stamp: field("stamp"),
      }
    );
  }

  const setCookie = (value, seconds) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API writes later, and not over HTTP
    document.cookie = `${COOKIE}=${encodeURIComponent(value)}; path=/; max-age=${seconds}; SameSite=Lax`;
  };

  const NONE = { preferences: false, statistics: false, marketing: false, method: null, stamp: "0" };

  const manager = {
    regulations: { gdprApplies: true, ccpaApplies: false, lgpdApplies: false },
    doNotTrack: false,
    show: () => panel?.open(),
    renew() {
      setCookie("", 0);
      hold(undefined);
      panel?.open();
    },
    withdraw: () => submit({ preferences: false, statistics: false, marketing: false }),
    submitCustomConsent: (preferences, statistics, marketing) =>
      submit({ preferences, statistics, marketing }),
  };
  let panel;

  function hold(choice) {
    manager.consent = { necessary: true, ...NONE, ...choice };
    manager.hasResponse = !!choice;
    manager.consented = !!choice && (choice.preferences || choice.statistics || choice.marketing);
    manager.declined = !!choice && !manager.consented;
    manager.consentID = manager.consent.stamp;
  }

  const fire = (name) => window.dispatchEvent(new Event(`Cookiebot${name}`));

  function tell() {
    fire("OnConsentReady");
    fire(manager.consented ? "OnAccept" : "OnDecline");
  }

  function submit({ preferences, statistics, marketing }) {
    const stamp = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))));
    const categories = `necessary:true,preferences:${preferences},statistics:${statistics},marketing:${marketing}`;
    // The choice goes to the vendor's log first, and is in force when that has answered.
    setTimeout(() => {
      hold({ preferences, statistics, marketing, method: "explicit", stamp });
      setCookie(
        `{stamp:'${stamp}',${categories},method:'explicit',ver:1,utc:${Date.now()},region:'fr'}`,
        31536000,
      );
      tell();
    }, 5);
  }

  // Until the script sets it, `window.Cookiebot` is the script's own element, by its id. The settings, and
  // with them the stored choice, come in a second file.
  setTimeout(() => {
    hold(undefined);
    window.Cookiebot = manager;
    window.CookieConsent = manager;
    setTimeout(() => {
      const choice = stored();
      hold(choice);
      panel = window.cmpPanel({
        title: isFrench
          ? "Cookiebot (imitation) : mgt, suivi des appels"
          : "Cookiebot (imitation): mgt, call tracking",
        isDecided: !!choice,
        onOpen() {
          fire("OnDialogInit");
          fire("OnDialogDisplay");
        },
        onChoice: (granted) => submit({ preferences: granted, statistics: granted, marketing: granted }),
      });
      if (choice) tell();
      fire("OnLoad");
    }, 20);
  }, 5);
})();
