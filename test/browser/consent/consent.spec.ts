import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { FACTS } from "../../../src/managers/facts.ts";
import { isHeard } from "../../../src/managers/isHeard.ts";
import type { ConsentSettings } from "../../../src/vocabulary/site.ts";
import { expectNothingStored, expectRequests, settled } from "../../support/expectRequests.ts";
import { ADS, garage } from "../../support/garage.ts";
import { clickAll, decide, managerShown, statusOf } from "../../support/managers/acts.ts";
import { FIXTURES } from "../../support/managers/fixtures.ts";
import { headOf, serveManager } from "../../support/managers/serveManager.ts";
import { sessionOf, storageOf, visitorOf } from "../../support/storageOf.ts";
import type { Received, TestSite } from "../../support/TestSite.ts";
import { expect, test } from "../../support/test.ts";

const STATIC_FILE = readFileSync(new URL("../../../dist/mgt.js", import.meta.url), "utf8");
const LANDING = "/?gclid=TeSt-123";
const EVENTS: Partial<Received>[] = [
  { route: "/v1/events", type: "entry", condition: "google-ads" },
  { route: "/v1/events", type: "page" },
];
const PAGE = EVENTS.slice(1);
/** One that cannot even be detected any more is unknown. */
const NO_DECISION = /^(pending|unknown)$/;

const statuses = (page: Page) =>
  page.evaluate(() =>
    window.seen.filter(({ type }) => type === "mgt:consent").map(({ detail }) => detail.status),
  );

/** When the page was told of the "no", both names were gone. */
function expectGoneAtOnce(site: TestSite): void {
  const told = site.browserRequests
    .filter(({ url }) => url.includes("/told-no?"))
    .map(({ url }) => new URL(url).search);
  expect(told.length).toBeGreaterThan(0);
  for (const held of told) expect(held).toBe("");
}

/** Brings the manager long after our script. */
function addLate(page: Page, head: string): Promise<void> {
  return page.evaluate(async (html) => {
    for (const part of new DOMParser().parseFromString(html, "text/html").head.children) {
      const element = document.createElement(part.localName);
      const loaded = new Promise((resolve) => {
        element.onload = element.onerror = resolve;
      });
      for (const { name, value } of part.attributes) element.setAttribute(name, value);
      document.head.append(element);
      if (part.matches("[src], [href]")) await loaded;
    }
  }, head);
}

// A site's own banner is no manager.
for (const fixture of Object.values(FIXTURES).filter(({ name }) => name !== "manual")) {
  const { name, record } = fixture;
  const head = headOf(name);
  const consent: Partial<ConsentSettings> = { manager: name, ...FACTS[name].demo?.consent };
  const granted = { route: "/v1/consents", status: "granted", manager: name };
  const withdrawn = { route: "/v1/consents", status: "withdrawn", manager: name };

  /** Nothing of ours on the terminal, whatever the manager keeps there. */
  async function expectNothingOfOurs(page: Page): Promise<void> {
    const { cookies, local, session } = await storageOf(page);
    const names = [cookies, local, session].flatMap(Object.keys);
    expect(names.filter((each) => !fixture.ownNames.test(each))).toEqual([]);
  }

  const ours = async (page: Page) => ({ visitor: await visitorOf(page), session: await sessionOf(page) });

  test.describe(name, () => {
    test.beforeEach(async ({ context, site }) => {
      serveManager(site, name);
      // What is left of ours when the page is told of a "no": asked in that task, and told to the site itself,
      // since the page may be reloaded right after.
      await context.addInitScript(() =>
        document.addEventListener("mgt:consent", (event) => {
          const held = [...document.cookie.split("; "), ...Object.keys(localStorage)];
          if ((event as CustomEvent<{ status: string }>).detail.status === "denied")
            navigator.sendBeacon(`/told-no?${held.filter((each) => each.startsWith("mgt_"))}`);
        }),
      );
      await site.serve({ consent }, { head });
    });

    test("undecided", async ({ page, site }) => {
      await expectRequests(page, site, {
        action: async () => {
          await page.goto(site.url(LANDING));
          await managerShown(page, fixture);
          for (const script of fixture.undecided ?? []) await page.evaluate(script);
        },
        number: ADS,
      });
      await expectNothingOfOurs(page);
      // Neither a grant nor a refusal: it is waited for.
      await expect.poll(() => statusOf(page)).toBe("pending");
      expect(await statuses(page)).not.toContain("denied");
      expect(await statuses(page)).not.toContain("granted");
    });

    test("accept", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await expectRequests(page, site, {
        action: () => decide(page, fixture.accept, "granted"),
        expected: [granted, ...EVENTS],
        number: ADS,
      });
      const [proof] = site.received().filter(({ route }) => route === "/v1/consents");
      const { visitor, session } = await ours(page);
      expect(proof).toMatchObject({ site: "garage", visitor, receipt: session?.consent, key: record.key });
      expect(proof?.signal).toMatch(record.signal);
      expect(proof?.manager_version ?? "").toMatch(record.manager_version);
    });

    test("refuse", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await expectRequests(page, site, {
        action: () => decide(page, fixture.refuse, "denied"),
        number: ADS,
      });
      await expectNothingOfOurs(page);
    });

    test("accept, withdraw", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.accept, "granted");
      await expect.poll(() => site.received().length).toBe(3);
      const { session } = await ours(page);
      await expectRequests(page, site, {
        action: () =>
          fixture.reloads ? clickAll(page, fixture.withdraw) : decide(page, fixture.withdraw, "denied"),
        expected: [{ ...withdrawn, receipt: session?.consent }],
        refuted: [{ status: "withdrawn", visitor: expect.anything() }],
      });
      await expectNothingOfOurs(page);
      expectGoneAtOnce(site);
    });

    test("stored yes, withdraw on a later page", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.accept, "granted");
      await expect.poll(() => site.received().length).toBe(3);
      const { visitor, session } = await ours(page);
      // The same visitor, and no second record.
      await expectRequests(page, site, { action: () => page.goto(site.url("/prices")), expected: PAGE });
      expect(await ours(page)).toMatchObject({ visitor, session: { consent: session?.consent, pages: 2 } });
      await managerShown(page, fixture);
      await expectRequests(page, site, {
        action: () =>
          fixture.reloads ? clickAll(page, fixture.withdraw) : decide(page, fixture.withdraw, "denied"),
        expected: [{ ...withdrawn, receipt: session?.consent }],
      });
      await expectNothingOfOurs(page);
      expectGoneAtOnce(site);
    });

    test("stored no", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.refuse, "denied");
      await expectRequests(page, site, {
        action: async () => {
          await page.goto(site.url("/prices"));
          await managerShown(page, fixture);
          await expect.poll(() => statusOf(page)).toBe("denied");
        },
      });
      await expectNothingOfOurs(page);
    });

    test("refuse, then yes", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.refuse, "denied");
      await expectRequests(page, site, {
        action: () => decide(page, fixture.regrant, "granted"),
        expected: [granted, ...EVENTS],
      });
    });

    test("withdraw, then yes: a new visitor", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.accept, "granted");
      await expect.poll(() => site.received().length).toBe(3);
      const before = await ours(page);
      if (fixture.reloads) {
        await clickAll(page, fixture.withdraw);
        await page.goto(site.url(LANDING));
        await expect.poll(() => statusOf(page)).toBe("denied");
      } else await decide(page, fixture.withdraw, "denied");
      await expect.poll(() => site.received().length).toBe(4);
      await expectRequests(page, site, {
        action: () => decide(page, fixture.regrant, "granted"),
        expected: [granted, ...EVENTS],
      });
      const after = await ours(page);
      expect(after.visitor).not.toBe(before.visitor);
      expect(after.session?.consent).not.toBe(before.session?.consent);
    });

    test("opened again without a choice", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.accept, "granted");
      await expect.poll(() => site.received().length).toBe(3);
      const before = await ours(page);
      await expectRequests(page, site, {
        action: async () => {
          await clickAll(page, fixture.reopen);
          if (fixture.close) await clickAll(page, fixture.close);
        },
      });
      expect((await ours(page)).visitor).toBe(before.visitor);
    });

    test("refused, opened again without a choice", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.refuse, "denied");
      await expectRequests(page, site, {
        action: async () => {
          await clickAll(page, fixture.reopen);
          if (fixture.close) await clickAll(page, fixture.close);
        },
      });
      await expectNothingOfOurs(page);
    });

    test("told twice", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.accept, "granted");
      await expect.poll(() => site.received().length).toBe(3);
      await expectRequests(page, site, {
        action: async () => {
          await page.evaluate(fixture.repeat);
          await page.evaluate(fixture.repeat);
        },
      });
    });

    const { sabotage } = fixture;
    if (sabotage) {
      test("it throws before a choice", async ({ page, site }) => {
        await page.goto(site.url(LANDING));
        await managerShown(page, fixture);
        await expect.poll(() => statusOf(page)).toBe("pending");
        await page.evaluate(sabotage);
        await expectRequests(page, site, {
          action: async () => {
            await page.evaluate(`try { ${fixture.repeat} } catch {}`);
            await page.evaluate(() => history.pushState({}, "", "/prices"));
          },
          number: ADS,
        });
        await expectNothingOfOurs(page);
        expect(await statusOf(page)).toMatch(NO_DECISION);
      });

      test("it throws after a yes", async ({ page, site }) => {
        await page.goto(site.url(LANDING));
        await decide(page, fixture.accept, "granted");
        await expect.poll(() => site.received().length).toBe(3);
        await page.evaluate(sabotage);
        await page.evaluate(fixture.alarm ?? fixture.repeat).catch(() => {
          // It may break on itself.
        });
        // Nobody stands behind the yes any more: nothing further is sent.
        await expect.poll(() => statusOf(page)).toMatch(NO_DECISION);
        await expectRequests(page, site, {
          action: () => page.evaluate(() => history.pushState({}, "", "/prices")),
          number: ADS,
        });
      });
    }

    test("after us", async ({ page, site }) => {
      await site.serve({ consent });
      await page.goto(site.url(LANDING));
      await settled(page);
      await expectRequests(page, site, {
        action: async () => {
          await addLate(page, head);
          await decide(page, fixture.accept, "granted");
        },
        expected: [granted, ...EVENTS],
      });
    });

    test("after us, with a stored yes", async ({ page, site }) => {
      await page.goto(site.url(LANDING));
      await decide(page, fixture.accept, "granted");
      await expect.poll(() => site.received().length).toBe(3);
      const { visitor } = await ours(page);
      await site.serve({ consent });
      await page.goto(site.url("/prices"));
      await settled(page);
      await expectRequests(page, site, { action: () => addLate(page, head), expected: PAGE });
      expect((await ours(page)).visitor).toBe(visitor);
    });

    test("in the static file", async ({ page, site }) => {
      site.file("/mgt.js", STATIC_FILE, "text/javascript");
      const config = JSON.stringify(garage({ consent }));
      site.page("/", {
        head: `${head}<script type="application/json" id="mgt-config">${config}</script>`,
        script: `<script src="/mgt.js" data-config="#mgt-config" data-endpoint="${site.endpoint}" async></script>`,
      });
      await page.goto(site.url(LANDING));
      await expectRequests(page, site, {
        action: () => decide(page, fixture.accept, "granted"),
        expected: [granted, ...EVENTS],
      });
    });

    test("never", async ({ page, site }) => {
      await site.serve({ consent });
      await page.clock.install();
      await page.goto(site.url(LANDING));
      await settled(page);
      await expectRequests(page, site, { action: () => page.clock.runFor("10:00"), number: ADS });
      await expectNothingStored(page);
      expect(await statusOf(page)).toBeUndefined();
    });

    test("auto", async ({ page, site }) => {
      await site.serve({ consent: { ...consent, manager: "auto" } }, { head });
      await page.goto(site.url(LANDING));
      if (!isHeard(name, FACTS[name], "auto")) {
        await managerShown(page, fixture);
        await expectRequests(page, site, { action: () => clickAll(page, fixture.accept) });
        await expectNothingOfOurs(page);
      } else
        await expectRequests(page, site, {
          action: () => decide(page, fixture.accept, "granted"),
          expected: [granted, ...EVENTS],
        });
    });
  });
}
