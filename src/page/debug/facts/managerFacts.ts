import type { Choice, ConsentStatus } from "../../../managers/Adapter.ts";
import type { PageSite } from "../../../vocabulary/site.ts";
import type { Handed } from "../../api/loadOverlay.ts";
import { callSafely } from "../../ground/callSafely.ts";
import type { ManagerFacts } from "../Report.ts";

/** A manager's promise is waited for this long. */
const ANSWER_MS = 1000;

const statusOf = (choice: Choice): ConsentStatus =>
  choice === true ? "granted" : choice === false ? "denied" : choice === null ? "not_applicable" : "pending";

/** @returns nothing where it throws: half loaded, it answers nothing */
const quietly = <T>(ask: () => T): T | undefined => {
  try {
    return ask();
  } catch {
    return undefined;
  }
};

async function factsOf(adapter: Handed[4][number], site: PageSite): Promise<ManagerFacts> {
  const settings = site.consent;
  const isPresent = !!quietly(() => adapter.detect());
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_MS));
  const choice = isPresent
    ? await Promise.race([
        Promise.resolve(quietly(() => adapter.read(settings))).catch(() => undefined),
        late,
      ])
    : undefined;
  const words = isPresent ? callSafely(() => adapter.describe?.(settings)) : undefined;
  const names = isPresent ? quietly(() => adapter.names?.(settings)) : undefined;
  const { key = "", category } = settings;
  const wanted = words?.key || (names?.includes(category) ? category : key);
  const status = isPresent ? statusOf(choice as Choice) : "unknown";
  return {
    name: adapter.name,
    isPresent,
    status,
    key: wanted,
    version: `${words?.version || ""}`,
    ...(names && status === "pending" && !names.includes(wanted) && { knows: names }),
  };
}

/** What each manager that the script hears says now. */
export const managerFacts = (adapters: Handed[4], site: PageSite): Promise<ManagerFacts[]> =>
  Promise.all(adapters.map((adapter) => factsOf(adapter, site)));
