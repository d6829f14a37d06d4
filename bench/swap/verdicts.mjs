const TEN_THOUSAND = 10_000;

const swapsAt = (run, rate, size) =>
  run.first_swap.find(({ elements, slow_down }) => elements === size && slow_down === rate).contestants;

const entry = (rows, name) => rows.find((row) => row.name === name);

/** Places of the owner's number that ours left, and places that it should have left. */
const mistakes =
  (rate, size = TEN_THOUSAND) =>
  (run) => {
    const { texts, links, wrong } = entry(swapsAt(run, rate, size), "mgt");
    const missed = [texts, links].map((found) => {
      const [done, all] = found.split("/");
      return all - done;
    });
    return missed[0] + missed[1] + wrong;
  };

/** Thread time; not a number, which meets no budget, where ours did not do all of its work. */
const msOf = (run, name, rate, size = TEN_THOUSAND) =>
  mistakes(rate, size)(run) === 0 ? entry(swapsAt(run, rate, size), name).cpu_ms : Number.NaN;

const times = (name, rate) => (run) => msOf(run, name, rate) / msOf(run, "mgt", rate);
const timesBare = (rate) => (run) => msOf(run, "mgt", rate) / msOf(run, "bare XPath scan", rate);
const growth = (rate) => (run) => msOf(run, "mgt", rate, 100_000) / 10 / msOf(run, "mgt", rate);
const loading = (rate, key) => (run) => run.loading.find((row) => row.slow_down === rate && row.key === key);
const ofLoading = (rate, key, field) => (run) => loading(rate, key)(run)[field];

/** Added by the script: with it less without it, never negative. */
const addedShift = (rate, key) => (run) =>
  Math.max(0, loading(rate, key)(run).shift - loading(rate, `${key}_without`)(run).shift);

const RATES = [1, 4];

/**
 * The budgets of the contract. `measure` reads a run's result; `must` and `aim` are limits, `atLeast` tells
 * on which side it is good to be.
 * @type {{ what: string, measure(run: any): number, must?: number, aim?: number, atLeast?: boolean }[]}
 */
const BUDGETS = [
  { what: "places that mgt missed or wrongly changed", measure: mistakes(1), must: 0 },
  ...RATES.flatMap((rate) => [
    {
      what: `mark.js, times mgt, ${rate}×`,
      measure: times("mark.js", rate),
      must: 4.5,
      aim: 6,
      atLeast: true,
    },
    {
      what: `findAndReplaceDOMText, times mgt, ${rate}×`,
      measure: times("findAndReplaceDOMText", rate),
      must: 1.9,
      aim: 2.4,
      atLeast: true,
    },
    { what: `mgt, times the bare scan, ${rate}×`, measure: timesBare(rate), must: 2.8, aim: 2.2 },
    // Quadratic would be 10; what is above 1 are caches that a page ten times as large no longer fits in.
    { what: `100,000 elements, per element times 10,000, ${rate}×`, measure: growth(rate), must: 1.25 },
  ]),
  ...["streamed", "inserted"].flatMap((key) => [
    { what: `tasks made long by mgt, 4×, ${key}`, measure: ofLoading(4, key, "made_long"), must: 0 },
    { what: `longest stretch of mgt, ms, 4×, ${key}`, measure: ofLoading(4, key, "longest_ms"), must: 50 },
    { what: `layout shift added, 4×, ${key}`, measure: addedShift(4, key), must: 0 },
  ]),
  ...["streamed", "inserted"].flatMap((key) =>
    RATES.flatMap((rate) => [
      {
        what: `frames with the owner's number in the window, ${rate}×, ${key}`,
        measure: ofLoading(rate, key, "shown"),
        must: 0,
      },
      {
        what: `frames with a link in the window that dials it, ${rate}×, ${key}`,
        measure: ofLoading(rate, key, "dialled"),
        must: 0,
      },
      {
        what: `frames with the owner's number anywhere, ${rate}×, ${key}`,
        measure: ofLoading(rate, key, "wrong"),
        must: 0,
      },
    ]),
  ),
  // Else the zeros above say nothing.
  ...RATES.map((rate) => ({
    what: `the same in the window of the control, ${rate}×`,
    measure: ofLoading(rate, "control", "shown"),
    must: 1,
    atLeast: true,
  })),
];

/** @returns one row per budget: `what`, `measured`, its limits, and `verdict`: MET, MET (aim) or MISSED */
export function verdictsOf(run) {
  return BUDGETS.map(({ what, measure, must, aim, atLeast = false }) => {
    const measured = measure(run);
    const holds = (limit) => (atLeast ? measured >= limit : measured <= limit);
    const isAimMet = aim !== undefined && holds(aim);
    const isMet = must === undefined ? isAimMet : holds(must);
    const sign = atLeast ? "≥" : "≤";
    return {
      what,
      measured: Number(measured.toFixed(2)),
      must: must === undefined ? "" : `${sign} ${must}`,
      aim: aim === undefined ? "" : `${sign} ${aim}`,
      verdict: isAimMet && must !== undefined ? "MET (aim)" : isMet ? "MET" : "MISSED",
    };
  });
}
