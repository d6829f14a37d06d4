import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "vanilla-cookieconsent",
  settings: ["key", "category"],
  tier: 2,
  alwaysOn: ["necessary"],
  package: "vanilla-cookieconsent",
  floor: "3.0",
  tried: ["3.0", "3.1.0"],
  demo: {
    consent: { category: "analytics", key: "magnetis" },
    names: ["cc_cookie"],
  },
};
