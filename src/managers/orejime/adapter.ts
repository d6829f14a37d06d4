import type { Adapter } from "../Adapter.ts";

interface Manager {
  isDirty(): boolean;
  getConsent(id: string): boolean | undefined;
  on(event: "dirty", listener: () => void): void;
}

interface Instance {
  manager?: Manager;
}

declare global {
  interface Window {
    orejime?: Instance;
  }
}

/**
 * Orejime 3. `dirty` comes at each change, after `update`, when the answer is complete. At `update` it is
 * not: on a first decision `isDirty()` still holds, and when the consents are cleared it does not yet,
 * while they already have the owner's defaults ("accept" and "refuse" in `consent.spec.ts`, which runs the real
 * package).
 */
export const orejime = (): Adapter => {
  let manager: Manager | undefined;
  return {
    name: "orejime",
    tier: 0,
    install(hear) {
      // Nothing else gives an instance that the owner started with `loadOrejime()` and kept to himself.
      addEventListener(
        "orejime.loaded",
        ({ detail }: CustomEventInit<Instance>) => {
          manager = detail?.manager;
          manager?.on("dirty", hear);
          hear();
        },
        true,
      );
    },
    // An element with this id, where Orejime may have been told to show itself, is a property of `window` too.
    detect: () => (manager ??= window.orejime?.manager),
    watch: (hear) => manager?.on("dirty", hear),
    read: ({ key }) => (manager?.isDirty() === false ? manager.getConsent(key) : undefined),
  };
};
