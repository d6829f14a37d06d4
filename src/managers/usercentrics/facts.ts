import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Usercentrics",
  settings: ["key"],
  tier: 0,
  answersLate: true,
  floor: "2",
  demo: {
    consent: { key: "mGt4cAlL5" },
    names: ["ucData", "ucString", "uc_settings", "uc_user_interaction"],
  },
};
