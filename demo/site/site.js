/* Behaviour of the fictional business: blocks that appear later, and telephone links that ring nobody. */

const LATE_MS = 1200;

/** @returns {HTMLElement | null} */
function button(selector) {
  return document.querySelector(selector);
}

/** A manager has a button on the page that asks again, or hears this one itself. */
function askAgain() {
  button('[data-cmp="preferences"]')?.click();
  // A double's banner, open already, or now.
  button('.cmp-panel [data-cmp="refuse"]')?.focus();
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
  if (target?.closest("[data-manage-consent]")) askAgain();

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
