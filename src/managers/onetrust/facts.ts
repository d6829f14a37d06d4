import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "OneTrust",
  settings: ["category"],
  tier: 2,
  analytics: "C0002",
  demo: {
    consent: { category: "C0002" },
    names: ["OptanonConsent", "OptanonAlertBoxClosed"],
  },
};
