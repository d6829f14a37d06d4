import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Cookiebot",
  settings: ["category"],
  tier: 2,
  alwaysOn: ["necessary"],
  analytics: "statistics",
  form: {
    setting: "category",
    words: "Cookiebot has four categories, in lower case",
    values: ["necessary", "preferences", "statistics", "marketing"],
  },
  demo: {
    consent: { category: "statistics" },
    names: ["CookieConsent"],
  },
};
