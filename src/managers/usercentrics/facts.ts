import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Usercentrics",
  settings: ["key"],
  tier: 0,
  answersLate: true,
  floor: "2",
  form: {
    setting: "key",
    // Letters and digits by chance: a word is none.
    pattern: /^(?=.*([A-Z]|\d))(?=.*[a-z\d])[\w-]{6,}$/,
    words: "Usercentrics gives each service a template id of its own, such as mGt4cAlL5",
    isOwn: true,
  },
  demo: {
    consent: { key: "mGt4cAlL5" },
    names: ["ucData", "ucString", "uc_settings", "uc_user_interaction"],
  },
};
