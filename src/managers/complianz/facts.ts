import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Complianz",
  settings: ["category"],
  tier: 2,
  floor: "6",
  analytics: "statistics",
  demo: {
    consent: { category: "statistics" },
    names: ["cmplz_*"],
  },
};
