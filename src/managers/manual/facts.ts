import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "the site's own banner",
  settings: [],
  tier: 0,
};
