import { checkConfiguration } from "../../../src/endpoint/configuration/checkConfiguration.ts";
import { pageSite } from "../../../src/endpoint/script/siteModule.ts";
import { garage } from "../../support/garage.ts";
import { bundledProperties } from "../../support/numbers/bundledProperties.ts";
import { SITE } from "../../support/numbers/lines.ts";
import type { PropertyName, Runner } from "../../support/numbers/properties.ts";
import { expect, test } from "../../support/test.ts";

/** Repeat a run with `MGT_SEED=…`; `MGT_RUNS` for more of them. */
const SEED = Number(process.env.MGT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = Number(process.env.MGT_RUNS ?? 100);

const PROPERTIES: readonly PropertyName[] = [
  "every number of a clear text changes, in place",
  "swapping twice is swapping once",
  "restoring brings every original back",
  "only digits of a number change",
  "the page's own edits survive, originals elsewhere come back",
  "edits are swapped too, and restored as the page wrote them",
  "a new assignment shows what it would have shown first",
  "a text without a number is never written",
];

function site() {
  const numbers = SITE.map(({ region, number, tracked }) => ({ id: region.toLowerCase(), number, tracked }));
  const { sites, errors } = checkConfiguration(
    JSON.stringify({ sites: [garage({ mode: "invisible", numbers, conditions: [] })] }),
  );
  const [complete] = sites;
  if (!complete) throw new Error(JSON.stringify(errors));
  return pageSite(complete);
}

/** All in one test: the page is built once, and what one leaves behind another would find. */
test("properties of swapping, on random pages", async ({ page, site: served }) => {
  test.setTimeout(400_000);
  console.log(`MGT_SEED=${SEED}`);
  // Attributes are searched for digits of other scripts where the page's language has them.
  served.page("/", { script: "", body: "", lang: "ar" });
  served.file("/properties.js", await bundledProperties(), "text/javascript; charset=utf-8");
  await page.goto(served.url("/"));
  await page.addScriptTag({ url: served.url("/properties.js") });
  const own = site();
  expect(await page.evaluate(() => (window as unknown as { runner: Runner }).runner.names)).toEqual(
    PROPERTIES,
  );
  for (const name of PROPERTIES) {
    const report = await page.evaluate(
      ([own, name, seed, runs]) =>
        (window as unknown as { runner: Runner }).runner.run(own, name, seed, runs),
      [own, name, SEED, RUNS] as const,
    );
    expect.soft(report, `${name} (MGT_SEED=${SEED})`).toBe("");
  }
});
