import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Orejime",
  settings: ["key"],
  tier: 0,
  package: "orejime",
  floor: "3.1",
  tried: ["3.1", "3.2.1"],
  demo: {
    consent: { key: "magnetis" },
    names: ["eu-consent"],
  },
};
