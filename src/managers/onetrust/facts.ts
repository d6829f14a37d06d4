import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "OneTrust",
  settings: ["category"],
  tier: 2,
  alwaysOn: ["C0001"],
  analytics: "C0002",
  form: {
    setting: "category",
    pattern: /^[A-Z](?=[A-Z_]*\d)[A-Z0-9_]+$|^[A-Z]{2,}_[A-Z0-9_]+$/,
    words: "OneTrust groups look like C0002",
  },
  demo: {
    consent: { category: "C0002" },
    names: ["OptanonConsent", "OptanonAlertBoxClosed"],
  },
};
