import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Google Consent Mode v2",
  settings: ["category"],
  tier: 3,
  analytics: "analytics_storage",
  form: {
    setting: "category",
    words: "Google's consent types look like analytics_storage",
    values: [
      "analytics_storage",
      "ad_storage",
      "ad_user_data",
      "ad_personalization",
      "functionality_storage",
      "personalization_storage",
      "security_storage",
    ],
  },
  demo: {
    consent: { category: "analytics_storage" },
    names: ["consentMode"],
  },
};
