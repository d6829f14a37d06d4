import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "Didomi",
  settings: ["key"],
  tier: 0,
  form: {
    setting: "key",
    // A vendor of one's own, of Didomi's list, or of the IAB's by its number.
    pattern: /^(c:|didomi:|iab:).+|^\d+$/,
    words: "a Didomi vendor id looks like c:magnetis-AbC123xy",
    isOwn: true,
  },
  demo: {
    consent: { key: "c:magnetis-AbC123xy" },
    names: ["didomi_token"],
  },
};
