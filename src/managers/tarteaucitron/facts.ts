import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "tarteaucitron",
  settings: ["key"],
  tier: 0,
  package: "tarteaucitronjs",
  floor: "1.9.6",
  tried: ["1.9.6", "1.10", "1.21", "1.33", "1.34.0"],
  demo: {
    consent: { key: "magnetis" },
    names: ["tarteaucitron"],
  },
};
