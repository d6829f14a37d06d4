/* What the owner pastes: Klaro's settings, the declaration of our service, and a button that asks again. */
/* global klaro */

window.klaroConfig = {
  version: 1,
  lang: document.documentElement.lang === "fr" ? "fr" : "en",
  acceptAll: true,
  translations: {
    zz: { privacyPolicyUrl: "/demo/" },
    fr: {
      purposes: { analytics: { title: "Mesure d'audience" } },
      magnetis: {
        title: "mgt, suivi des appels",
        description: "Indique quelle publicité a fait sonner le téléphone.",
      },
    },
    en: {
      purposes: { analytics: { title: "Audience measurement" } },
      magnetis: {
        title: "mgt, call tracking",
        description: "Tells which advertisement made the phone ring.",
      },
    },
  },
  services: [{ name: "magnetis", purposes: ["analytics"], cookies: ["mgt_visitor"], default: false }],
};

(() => {
  const panel = document.createElement("section");
  panel.className = "cmp-panel";
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.cmp = "preferences";
  button.textContent = "Cookies";
  button.addEventListener("click", () => klaro.show(undefined, true));
  panel.append(button);
  const place = () => document.body.append(panel);
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);
})();
