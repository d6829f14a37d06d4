import type { Problem } from "../../../../src/endpoint/configuration/Problem.ts";

// biome-ignore lint/suspicious/noExplicitAny: JSON that tests spoil in every way
export type Loose = any;

/** The site of the contract's example, as parsed JSON that a test may spoil. */
export function exampleSite(): Loose {
  return {
    key: "mod-demo",
    name: "Garage Martin",
    origins: ["https://www.garage-martin.example"],
    mode: "parcours",
    entry: "first",
    visitorDays: 30,
    sessionMinutes: 30,
    region: "FR",
    numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
    conditions: [
      {
        id: "google-ads",
        source: "Google Ads",
        when: { any: [{ param: "gclid" }, { param: "gbraid" }, { param: "wbraid" }] },
        numbers: { main: "+33184880001" },
      },
      { id: "seo", source: "Google", when: { channel: "organic_search" }, numbers: { main: "+33184880002" } },
      {
        id: "hesitant",
        source: "Lecteurs assidus",
        when: { pages: { min: 3 } },
        numbers: { main: "+33184880003" },
      },
    ],
    trackingIds: { add: [{ name: "crm", from: "cookie", key: "crm_id" }] },
    consent: { manager: "auto", key: "magnetis" },
    probabilistic: "off",
  };
}

/** The example, spoilt, as the text of a file with this one site. */
export function fileOf(spoil: (site: Loose) => void = () => {}): string {
  const site = exampleSite();
  spoil(site);
  return JSON.stringify({ sites: [site] });
}

export const placed = (problems: readonly Problem[]) => problems.map(({ path, code }) => `${code} ${path}`);

export type Spoil = (site: Loose) => void;

/** Sets one value of the example by its path, such as `conditions.0.when`. */
export const set =
  (path: string, value: unknown): Spoil =>
  (site) => {
    const keys = path.split(".");
    const last = keys.pop() as string;
    let at: Loose = site;
    for (const key of keys) at = at[key];
    at[last] = value;
  };
