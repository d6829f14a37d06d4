import { markdownTable } from "../writeTable.mjs";

const yes = (value) => (value ? "yes" : "no");
const grouped = (value) => value.toLocaleString("en");

/** Prints what the contestants took for one size and rate. */
export function printSwaps({ elements, text_nodes, slow_down, rounds, contestants }) {
  console.log(
    `first swap: ${grouped(elements)} elements, ${grouped(text_nodes)} texts, ${slow_down}× slow-down, medians of ${rounds}`,
  );
  console.table(
    Object.fromEntries(
      contestants.map((row) => [
        row.name,
        {
          ms: row.ms,
          "CPU ms": row.cpu_ms,
          "best CPU ms": row.best_cpu_ms,
          "× mgt": row.times_mgt,
          "layout after, ms": row.layout_ms,
          ...(row.texts && {
            texts: row.texts,
            links: row.links,
            wrong: row.wrong,
            "nodes kept": yes(row.nodes_kept),
            "listeners kept": yes(row.listeners_kept),
          }),
        },
      ]),
    ),
  );
}

/** Says when ours did not do what it was timed for. */
export function warnOfMistakes({ contestants }) {
  const { texts, links, wrong } = contestants.find(({ name }) => name === "mgt");
  const isWhole = [texts, links].every((found) => found.split("/")[0] === found.split("/")[1]);
  if (!isWhole || wrong > 0) console.log("mgt did not do its work here: its times mean nothing");
}

/** Prints how time grows with the page: microseconds per element. */
export function printGrowth(firstSwap, rate) {
  const runs = firstSwap.filter(({ slow_down }) => slow_down === rate);
  const rows = {};
  for (const { elements, contestants } of runs)
    for (const { name, cpu_ms } of contestants) {
      rows[name] ??= {};
      rows[name][`${grouped(elements)} elements`] = Number(((cpu_ms * 1_000) / elements).toFixed(3));
    }
  console.log(`growth: CPU microseconds per element, ${rate}× slow-down`);
  console.table(rows);
}

/** Prints what loading the page is like with the script and without it. */
export function printLoading(rows, rate) {
  console.log(`loading: 10,000 elements, ${rate}× slow-down`);
  console.table(
    Object.fromEntries(
      rows
        .filter(({ slow_down }) => slow_down === rate)
        .map((row) => [
          row.name,
          {
            ...(row.long_tasks !== undefined && {
              "long tasks": row.long_tasks,
              "made long by mgt": row.made_long,
              "mgt ms": row.own_ms,
              "longest ms": row.longest_ms,
              "layout shift": row.shift,
            }),
            ...(row.frames !== undefined && {
              frames: row.frames,
              wrong: row.wrong,
              "in the window": row.shown,
              "a link in it": row.dialled,
              "left at the end": row.left,
            }),
          },
        ]),
    ),
  );
}

/** The result as the table of `docs/limits.md`, in Markdown. */
export function renderTable({ chromium, first_swap, loading, verdicts }) {
  const at = (rate) =>
    first_swap.find(({ elements, slow_down }) => elements === 10_000 && slow_down === rate).contestants;
  const [fast, slow] = [at(1), at(4)];
  const rows = fast.map((row, index) => {
    const found = row.texts ? [row.texts, row.links, row.wrong, yes(row.nodes_kept)] : ["–", "–", "–", "–"];
    return [
      row.name,
      row.cpu_ms.toFixed(1),
      row.times_mgt.toFixed(1),
      slow[index].cpu_ms.toFixed(1),
      slow[index].times_mgt.toFixed(1),
      ...found,
    ];
  });
  const head = [
    "",
    "CPU ms:",
    "× mgt:",
    "CPU ms at 4×:",
    "× mgt:",
    "texts:",
    "links:",
    "wrong changes:",
    "nodes kept:",
  ];
  const streamed = (rate) => loading.find(({ key, slow_down }) => key === "streamed" && slow_down === rate);
  const missed = verdicts.filter(({ verdict }) => verdict === "MISSED");
  return [
    markdownTable(head, rows),
    "",
    `First swap of a page of 10,000 elements, each cold on a fresh page of Chromium ${chromium}, medians of ${first_swap.find(({ elements }) => elements === 10_000).rounds} interleaved rounds; 4× is the browser's own slow-down. Wrong changes: the same digits inside an account or card number, or a script. Loading that page as it streams in, at 4×: ${streamed(4).own_ms} ms in this script altogether, ${streamed(4).longest_ms} ms at a time, ${streamed(4).made_long} tasks made long by it, ${streamed(4).wrong} of ${streamed(4).frames} frames with the owner's number somewhere on the page, ${streamed(4).shown} with it in the window. Budgets met: ${verdicts.length - missed.length} of ${verdicts.length}.`,
  ].join("\n");
}
