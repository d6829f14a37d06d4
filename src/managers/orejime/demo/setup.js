/* What the owner pastes: Orejime's settings, the declaration of our purpose, and a button that asks again. */
/* global orejime */

(() => {
  const isFrench = document.documentElement.lang === "fr";

  window.orejimeConfig = {
    privacyPolicyUrl: "/demo/",
    purposes: [
      {
        id: "magnetis",
        title: isFrench ? "mgt, suivi des appels" : "mgt, call tracking",
        description: isFrench
          ? "Indique quelle publicité a fait sonner le téléphone."
          : "Tells which advertisement made the phone ring.",
        cookies: ["mgt_visitor"],
      },
    ],
  };

  // Orejime has a file for each language; a site in one language has the tag of its own in its head.
  const script = document.createElement("script");
  script.src = `/demo/vendor/orejime/dist/orejime-standard-${isFrench ? "fr" : "en"}.js`;
  document.head.append(script);

  const panel = document.createElement("section");
  panel.className = "cmp-panel";
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.cmp = "preferences";
  button.textContent = "Cookies";
  button.addEventListener("click", () => orejime.prompt());
  panel.append(button);
  const place = () => document.body.append(panel);
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);
})();
