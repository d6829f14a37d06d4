/**
 * The banner of the doubles: real buttons, the same ids in each of them. `data-cmp="accept"`, `"refuse"`
 * and, once the visitor has decided, `"preferences"`, which asks again. What a click means, and what the
 * page is told of it, is the double's own business.
 */
window.cmpPanel = ({ title, isDecided, onOpen, onChoice }) => {
  const isFrench = document.documentElement.lang === "fr";
  const panel = document.createElement("section");
  panel.className = "cmp-panel";
  panel.setAttribute("aria-label", title);

  function button(name, french, english, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.dataset.cmp = name;
    element.textContent = isFrench ? french : english;
    element.addEventListener("click", act);
    return element;
  }

  function close() {
    panel.replaceChildren(button("preferences", "Cookies", "Cookies", () => open(true)));
  }

  function choose(granted) {
    close();
    onChoice(granted);
  }

  function open(isReopened) {
    const text = document.createElement("p");
    text.textContent = isFrench
      ? "Acceptez-vous la mesure des appels téléphoniques ?"
      : "Do you accept the measurement of phone calls?";
    const heading = document.createElement("strong");
    heading.textContent = title;
    panel.replaceChildren(
      heading,
      text,
      button("refuse", "Tout refuser", "Refuse all", () => choose(false)),
      button("accept", "Tout accepter", "Accept all", () => choose(true)),
    );
    onOpen?.(isReopened);
  }

  const place = () => {
    document.body.append(panel);
    if (isDecided) close();
    else open(false);
  };
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);
  return { open: () => open(true) };
};
