import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Complianz",
  settings: ["category"],
  tier: 2,
  alwaysOn: ["functional"],
  floor: "6",
  analytics: "statistics",
  form: {
    setting: "category",
    words: "Complianz has categories of its own, in lower case",
    values: ["functional", "preferences", "statistics", "statistics-anonymous", "marketing"],
  },
  demo: {
    consent: { category: "statistics" },
    names: ["cmplz_*"],
  },
};
