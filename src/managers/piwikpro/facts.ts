import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Piwik PRO",
  settings: ["category"],
  tier: 2,
  answersLate: true,
  form: {
    setting: "category",
    pattern: /^[a-z][a-z0-9_]*$/,
    words: "Piwik PRO's consent types are lower case, such as analytics or conversion_tracking",
    values: [
      "analytics",
      "conversion_tracking",
      "marketing_automation",
      "ab_testing_and_personalization",
      "user_feedback",
      "remarketing",
      "custom_consent",
    ],
  },
  demo: {
    consent: { category: "analytics" },
    names: ["ppms_privacy_*"],
  },
};
