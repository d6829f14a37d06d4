/* What the owner pastes: the manager's settings, the declaration of our service, and a button that asks again. */
/* global CookieConsent */

(() => {
  const french = {
    consentModal: {
      title: "Cookies",
      description: "Acceptez-vous la mesure des appels téléphoniques ?",
      acceptAllBtn: "Tout accepter",
      acceptNecessaryBtn: "Tout refuser",
      showPreferencesBtn: "Choisir",
    },
    preferencesModal: {
      title: "Vos choix",
      acceptAllBtn: "Tout accepter",
      acceptNecessaryBtn: "Tout refuser",
      savePreferencesBtn: "Enregistrer",
      closeIconLabel: "Fermer",
      sections: [
        {
          title: "Mesure d'audience",
          description: "mgt, suivi des appels, indique quelle publicité a fait sonner le téléphone.",
          linkedCategory: "analytics",
        },
      ],
    },
  };
  const english = {
    consentModal: {
      title: "Cookies",
      description: "Do you accept the measurement of phone calls?",
      acceptAllBtn: "Accept all",
      acceptNecessaryBtn: "Refuse all",
      showPreferencesBtn: "Choose",
    },
    preferencesModal: {
      title: "Your choices",
      acceptAllBtn: "Accept all",
      acceptNecessaryBtn: "Refuse all",
      savePreferencesBtn: "Save",
      closeIconLabel: "Close",
      sections: [
        {
          title: "Audience measurement",
          description: "mgt, call tracking, tells which advertisement made the phone ring.",
          linkedCategory: "analytics",
        },
      ],
    },
  };
  const isFrench = document.documentElement.lang === "fr";

  function start() {
    CookieConsent.run({
      // The demo is also visited by automatic browsers.
      hideFromBots: false,
      categories: {
        analytics: {
          services: {
            magnetis: { label: isFrench ? "mgt, suivi des appels" : "mgt, call tracking" },
          },
          autoClear: { cookies: [{ name: "mgt_visitor" }] },
        },
      },
      language: { default: "en", autoDetect: "document", translations: { en: english, fr: french } },
    });
    const panel = document.createElement("section");
    panel.className = "cmp-panel";
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.cmp = "preferences";
    button.textContent = "Cookies";
    button.addEventListener("click", CookieConsent.showPreferences);
    panel.append(button);
    document.body.append(panel);
  }

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
