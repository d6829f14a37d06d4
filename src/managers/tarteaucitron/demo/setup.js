/* What the owner pastes: the consent manager's own settings, and the declaration of our service. */
/* global tarteaucitron */

(() => {
  const french = document.documentElement.lang === "fr";

  tarteaucitron.init({
    privacyUrl: "",
    bodyPosition: "bottom",
    hashtag: "#tarteaucitron",
    cookieName: "tarteaucitron",
    orientation: "bottom",
    highPrivacy: true,
    AcceptAllCta: true,
    DenyAllCta: true,
    showAlertSmall: false,
    showIcon: true,
    iconSrc: "/demo/site/cookie.svg",
    iconPosition: "BottomLeft",
    cookieslist: false,
    closePopup: false,
    mandatory: false,
    moreInfoLink: true,
    serviceDefaultState: "wait",
    handleBrowserDNTRequest: false,
    googleConsentMode: false,
    bingConsentMode: false,
    pianoConsentMode: false,
    adblocker: false,
    removeCredit: false,
  });

  // tarteaucitron assigns each known service one by one, so ours, declared before them, stays.
  tarteaucitron.services.magnetis = {
    key: "magnetis",
    type: "analytic",
    name: french ? "mgt, suivi des appels" : "mgt, call tracking",
    uri: "/demo/",
    readmoreLink: "/demo/",
    needConsent: true,
    cookies: ["mgt_visitor"],
    js() {},
    fallback() {},
  };
  tarteaucitron.job = tarteaucitron.job || [];
  tarteaucitron.job.push("magnetis");

  // The site's own button that asks again.
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-manage-consent]"))
      tarteaucitron.userInterface.openPanel();
  });
})();
