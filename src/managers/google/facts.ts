import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Google Consent Mode v2",
  settings: ["category"],
  tier: 3,
  analytics: "analytics_storage",
  demo: {
    consent: { category: "analytics_storage" },
    names: ["consentMode"],
  },
};
