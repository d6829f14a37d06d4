import type { ManagerFacts } from "../ManagerFacts.ts";

export const facts: ManagerFacts = {
  label: "IAB TCF",
  settings: ["vendor", "purposes"],
  tier: 1,
  package: "@iabtechlabtcf/cmpapi",
  floor: "2.2",
  tried: ["1.5.21"],
  demo: {
    consent: { vendor: 755, purposes: [1, 8] },
    names: ["euconsent-v2"],
    modules: ["stub.ts", "manager.ts"],
  },
};
