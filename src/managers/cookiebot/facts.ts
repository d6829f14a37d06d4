import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Cookiebot",
  settings: ["category"],
  tier: 2,
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["CookieConsent"],
  },
};
