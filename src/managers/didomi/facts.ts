import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Didomi",
  settings: ["key"],
  tier: 0,
  demo: {
    consent: { key: "c:magnetis-AbC123xy" },
    names: ["didomi_token"],
  },
};
