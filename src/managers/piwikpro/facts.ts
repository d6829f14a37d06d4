import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Piwik PRO",
  settings: ["category"],
  tier: 2,
  answersLate: true,
  demo: {
    consent: { category: "analytics" },
    names: ["ppms_privacy_*"],
  },
};
