import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Klaro",
  settings: ["key"],
  tier: 0,
  package: "klaro",
  floor: "0.7",
  tried: ["0.7.9", "0.7.22"],
  demo: {
    consent: { key: "magnetis" },
    names: ["klaro"],
  },
};
