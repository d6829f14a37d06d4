import type { ManagerFixture } from "../ManagerFixture.ts";

export const tarteaucitron: ManagerFixture = {
  name: "tarteaucitron",
  accept: ["#tarteaucitronPersonalize2"],
  refuse: ["#tarteaucitronAllDenied2"],
  withdraw: ["#tarteaucitronManager", "#magnetisDenied"],
  regrant: ["#tarteaucitronManager", "#magnetisAllowed"],
  reopen: ["#tarteaucitronManager"],
  ownNames: /^tarteaucitron$/,
  record: { key: "magnetis", signal: /^magnetis=true$/, manager_version: /^1\.\d+/ },
  repeat: "tarteaucitron.sendEvent('magnetis_allowed')",
  sabotage: "Object.defineProperty(tarteaucitron, 'state', { get() { throw new Error('sabotaged') } })",
  told: "({ true: true, false: false })[/!magnetis=(\\w+)/.exec(decodeURIComponent(document.cookie))?.[1]]",
  undecided: ["tarteaucitron.services.magnetis.fallback()", "tarteaucitron.sendEvent('magnetis_added')"],
};
