import type { Adapter } from "../Adapter.ts";
import { preticked } from "../preticked.ts";

interface Manager {
  isDirty(): boolean;
  getConsent(id: string): boolean | undefined;
  on(event: "dirty", listener: () => void): void;
}

interface Purpose {
  id: string;
  default?: boolean;
  /** Of a group. */
  purposes?: Purpose[];
}

interface Instance {
  manager?: Manager;
  config?: { purposes?: Purpose[] };
}

declare global {
  interface Window {
    orejime?: Instance;
    /** Of version 2. */
    Orejime?: { init?: unknown };
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
  let config: Instance["config"];
  const take = (instance?: Instance) => {
    config = instance?.config;
    manager = instance?.manager;
    return manager;
  };
  const purposes = () => (config?.purposes || []).flatMap((purpose) => purpose.purposes || purpose);
  return {
    name: "orejime",
    tier: 0,
    install(hear) {
      // Nothing else gives an instance that the owner started with `loadOrejime()` and kept to himself.
      addEventListener(
        "orejime.loaded",
        ({ detail }: CustomEventInit<Instance>) => {
          take(detail)?.on("dirty", hear);
          hear();
        },
        true,
      );
    },
    // An element with this id, where Orejime may have been told to show itself, is a property of `window` too.
    detect: () => manager || take(window.orejime),
    isOutdated: () => window.Orejime?.init,
    watch: (hear) => manager?.on("dirty", hear),
    names: () => (manager?.isDirty() === false && config ? purposes().map(({ id }) => id) : undefined),
    doubt: ({ key }) =>
      purposes().find(({ id }) => id === key)?.default && preticked(key, '"default": false'),
    read: ({ key }) => (manager?.isDirty() === false ? manager.getConsent(key) : undefined),
  };
};
