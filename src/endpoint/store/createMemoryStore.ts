import type { Arrival, LoggedConsent, Store } from "./Store.ts";
import { SqliteStore } from "./sqlite/SqliteStore.ts";

/** Where a memory store tells what it was given, once it has it. */
export interface Told {
  events(arrival: Arrival): void;
  consent(record: LoggedConsent): void;
}

/** The embedded store without its file: for tests of integrations. All of it is gone with the process. */
export function createMemoryStore(told: Told): Store {
  const store = SqliteStore.inMemory();
  const append = store.append.bind(store);
  const addConsent = store.addConsent.bind(store);
  store.append = async (arrival) => {
    await append(arrival);
    told.events(arrival);
  };
  store.addConsent = async (record) => {
    await addConsent(record);
    told.consent(record);
  };
  return store;
}
