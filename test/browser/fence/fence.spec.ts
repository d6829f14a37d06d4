import fc from "fast-check";
import { FACTS } from "../../../src/managers/facts.ts";
import { FencePlayer } from "../../support/fence/FencePlayer.ts";
import { judge } from "../../support/fence/judge.ts";
import type { Answers, FenceManager, Order, Plan, Step } from "../../support/fence/Plan.ts";
import { FIXTURES } from "../../support/managers/fixtures.ts";
import { headOf, serveManager } from "../../support/managers/serveManager.ts";
import { expect, test } from "../../support/test.ts";

/**
 * `MGT_SEQUENCES` random lives for each manager; `MGT_SEED` repeats a run, `MGT_PLAN` one life, as printed
 * by a run that failed.
 */
const SEQUENCES = Number(process.env.MGT_SEQUENCES) || 100;
const SEED = Number(process.env.MGT_SEED) || Date.now() % 2 ** 31;

/** No new sequence is begun after so many minutes; the table says how many there were. */
const MINUTES = Number(process.env.MGT_FENCE_MINUTES) || 60;
const PLAN = process.env.MGT_PLAN;

/** The modes that wait for a yes. */
const MODES = ["rotation", "origine", "trafic", "parcours"] as const;

const CLICKS = ["accept", "refuse", "withdraw", "regrant", "reopen", "close"] as const;
const HAPPENINGS = [
  "script",
  "manager",
  "throw",
  "repeat",
  "undecided",
  "hide",
  "show",
  "spa",
  "object",
  "tap",
  "forget",
  "lose cookie",
  "lose session",
  "other site",
] as const;
/** Addresses of later pages in the tab. */
const QUERIES = ["?gclid=TeSt-123", "", "?utm_medium=email"] as const;

const order = fc.constantFrom<Order>("manager, script", "script, manager", "script", "nothing");
const stepOf = (happenings: readonly (typeof HAPPENINGS)[number][]): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom(...CLICKS) }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom(...happenings) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("endpoint" as const),
        answers: fc.constantFrom<Answers>(204, 500, "unreachable", "never"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("navigate" as const),
        order,
        query: fc.constantFrom(...QUERIES),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(1, 60, 1000, 5000) }),
    },
  );

for (const fixture of Object.values(FIXTURES)) {
  const { name } = fixture;
  const { demo, settings } = FACTS[name];

  test(`${name} › fence`, async ({ site }) => {
    test.setTimeout((MINUTES + 2) * 60_000);
    serveManager(site, name);
    const consent = { manager: name, ...demo?.consent, rotation: "required" as const };
    site.isScriptCached = true;
    const scripts: Record<string, string> = {};
    for (const mode of MODES) {
      await site.serve({ key: `garage-${mode}`, mode, consent, callClicks: true });
      scripts[mode] = `${site.endpoint}/garage-${mode}.js`;
    }
    const player = await FencePlayer.start(site, {
      scripts,
      head: headOf(name),
      clicks: Object.fromEntries(
        CLICKS.map((each) => [each, fixture[each] ?? []]),
      ) as unknown as FenceManager["clicks"],
      ownNames: fixture.ownNames.source,
      told: fixture.told,
      isAsking: fixture.isAsking ?? "false",
      repeat: fixture.repeat,
      sabotage: fixture.sabotage ?? "",
      undecided: fixture.undecided ?? [],
      forgets: fixture.forgets ?? "",
      own: name === "manual" || settings.includes("key") || settings.includes("vendor"),
    });

    const seen = { tried: 0, stored: 0, withdrawn: 0 };
    const plans: fc.Arbitrary<Plan> = fc.record({
      mode: fc.constantFrom(...MODES),
      gpc: fc.oneof(
        { weight: 9, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      first: order,
      // The site's own yes ends an objection: with its own banner that would be the same word twice.
      steps: fc.array(
        stepOf(name === "manual" ? HAPPENINGS.filter((each) => each !== "object") : HAPPENINGS),
        { minLength: 1, maxLength: 14, size: "max" },
      ),
    });
    try {
      await fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          const { faults, wasStored, wasWithdrawn } = judge(await player.play(plan));
          seen.tried += 1;
          seen.stored += Number(wasStored);
          seen.withdrawn += Number(wasWithdrawn);
          expect(faults).toEqual([]);
        }),
        {
          numRuns: SEQUENCES,
          seed: SEED,
          interruptAfterTimeLimit: MINUTES * 60_000,
          ...(PLAN && { examples: JSON.parse(PLAN), numRuns: 1, endOnFailure: true }),
        },
      );
    } finally {
      await player.close();
    }
    // Whatever the instruments may have missed: of the endpoint nothing but the script was ever asked.
    expect(
      site.calls.filter(
        ({ method, path }) => `${method} ${path}` !== `GET ${new URL(path, site.endpoint).pathname}`,
      ),
    ).toEqual([]);
    expect(site.requests()).toEqual([]);
    if (PLAN) return;
    // Otherwise all of the above would be about nothing.
    expect(seen.stored).toBeGreaterThan(seen.tried / 20);
    expect(seen.withdrawn).toBeGreaterThan(seen.tried / 100);
    test.info().annotations.push({
      type: "sequences",
      description: JSON.stringify({ ...seen, seed: SEED }),
    });
  });
}
