import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "WP Consent API",
  settings: ["category"],
  tier: 2,
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["wp_consent_*"],
  },
};
