import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "WP Consent API",
  settings: ["category"],
  tier: 2,
  alwaysOn: ["functional"],
  analytics: "statistics",
  form: {
    setting: "category",
    words: "WP Consent API categories are lower case",
    values: ["functional", "preferences", "statistics", "statistics-anonymous", "marketing"],
  },
  demo: {
    consent: { category: "statistics" },
    names: ["wp_consent_*"],
  },
};
