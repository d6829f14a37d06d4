import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Axeptio",
  settings: ["key"],
  tier: 0,
  demo: {
    consent: { key: "magnetis" },
    names: ["axeptio_cookies", "axeptio_authorized_vendors", "axeptio_all_vendors"],
  },
};
