/* Behaviour of the fictional business: blocks that appear later, and telephone links that ring nobody. */

const LATE_MS = 1200;

/* global CookieConsent, klaro, orejime, tarteaucitron */

/** How a manager is asked again, in its own words. The others have a button of theirs on the page. */
const ASK_AGAIN = {
  tarteaucitron: () => tarteaucitron.userInterface.openPanel(),
  klaro: () => klaro.show(undefined, true),
  orejime: () => orejime.prompt(),
  cookieconsent: () => CookieConsent.showPreferences(),
};

/** @returns {HTMLElement | null} */
function button(selector) {
  return document.querySelector(selector);
}

function askAgain(manager) {
  if (Object.hasOwn(ASK_AGAIN, manager)) return ASK_AGAIN[manager]();
  button('[data-cmp="preferences"]')?.click();
  // Open already, or now.
  button(".cmp-panel button")?.focus();
}

function copyOf(templateId) {
  const template = document.getElementById(templateId);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : "";
}

/** Adds the block held in a `<template>`, once, as a real site does after a click or an answer of its own. */
function add(templateId, place) {
  const host = document.querySelector(place);
  if (host && !host.firstElementChild) host.append(copyOf(templateId));
  return host?.firstElementChild;
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-add-callback]")) {
    const added = add("callback", "[data-callback-here]");
    if (added instanceof HTMLElement) added.focus();
  }
  const manage = target?.closest("[data-manage-consent]");
  if (manage) askAgain(manage.getAttribute("data-manage-consent"));

  const link = target?.closest("a[href^='tel:'], a[href^='sms:']");
  if (!link) return;
  // These numbers are examples: somebody may own them, so the demo must never make a phone ring.
  event.preventDefault();
  document.querySelector(".dialled")?.remove();
  document.body.append(copyOf("dialled"));
  const notice = document.querySelector(".dialled");
  notice?.querySelector("strong")?.append((link.getAttribute("href") ?? "").replace(/^\w+:|\?.*$/g, ""));
  setTimeout(() => notice?.remove(), 5000);
});

addEventListener("load", () => setTimeout(() => add("late", "[data-late-here]"), LATE_MS));
