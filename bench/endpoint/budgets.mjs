/**
 * The budgets of the endpoint: each with where its figure stands in the result, and which way is better.
 *
 * @type {readonly { what: string, must: number, aim: number, isMost?: true, figure(result: any): number | undefined }[]}
 */
const BUDGETS = [
  {
    what: "CPU of a durable request, × bare node:http",
    must: 4,
    aim: 2.5,
    isMost: true,
    figure: (result) => of(result, "SQLite")?.cpu_ratio,
  },
  {
    what: "durable requests/s, × bare node:http",
    must: 0.45,
    aim: 0.7,
    figure: (result) => of(result, "SQLite")?.ratio,
  },
  {
    what: "PostgreSQL, requests/s, × SQLite",
    must: 0.8,
    aim: 1.2,
    figure: (result) => quotient(of(result, "PostgreSQL"), of(result, "SQLite")),
  },
  {
    what: "PostgreSQL, two processes, × one",
    must: 1.6,
    aim: 1.8,
    figure: (result) => quotient(of(result, "PostgreSQL, 2 processes"), of(result, "PostgreSQL")),
  },
  {
    what: "start with 50 sites whose scripts are kept, CPU s",
    must: 3,
    aim: 1.5,
    isMost: true,
    figure: ({ start }) => start?.start_cpu_s,
  },
  {
    what: "reload of one of 50 sites, slowest event answer, × idle",
    must: 3,
    aim: 1.5,
    isMost: true,
    figure: ({ start }) => start?.slowest_ratio,
  },
  {
    what: "resident memory, MB",
    must: 400,
    aim: 250,
    isMost: true,
    figure: ({ memory }) => memory?.highest_with_copies_mb,
  },
];

/** What a run has measured, against the budgets. */
export function budgetRows(result) {
  return BUDGETS.flatMap(({ what, must, aim, isMost, figure }) => {
    const now = figure(result);
    if (now === undefined) return [];
    const keeps = (bound) => (isMost ? now <= bound : now >= bound);
    return [{ what, now, must, aim, verdict: keeps(aim) ? "aim met" : keeps(must) ? "must met" : "missed" }];
  });
}

const of = ({ cost = [] }, wanted) => cost.find(({ name }) => name === wanted);

const quotient = (one, other) =>
  one && other && Number((one.requests_per_second / other.requests_per_second).toFixed(2));
