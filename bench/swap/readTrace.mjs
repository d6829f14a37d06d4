/** The browser's own limit for a long task, in milliseconds. */
const LONG_TASK_MS = 50;

const TASKS = new Set(["RunTask", "ThreadControllerImpl::RunTask"]);
/** What of a trace is a script's own: its first run, and each of its functions that the browser calls. */
const OWN_EVENTS = new Set(["EvaluateScript", "FunctionCall", "v8.compile"]);

/**
 * What a script costs the main thread of a page, from the browser's trace.
 *
 * @param {Buffer} trace JSON as Chromium writes it
 * @param {string} origin of the page
 * @param {string} path of the script
 * @returns `longTasks`: how many tasks were long, the page's own included; `own`, `longest`: milliseconds
 *   of all stretches of the script, and of the longest; `madeLong`: tasks that are long only with its part
 */
export function readTrace(trace, origin, path) {
  const { traceEvents } = JSON.parse(trace.toString());
  const parsing = traceEvents
    .filter(({ name, args }) => name === "ParseHTML" && args?.beginData?.url?.startsWith(origin))
    .toSorted((a, b) => a.ts - b.ts)[0];
  // What ran before belongs to the browser's start.
  const main = traceEvents.filter(
    ({ pid, tid, ts, dur }) => pid === parsing.pid && tid === parsing.tid && dur && ts + dur > parsing.ts,
  );
  const urlOf = ({ args }) => args?.data?.url ?? args?.fileName;
  const own = outermost(
    main.filter((event) => OWN_EVENTS.has(event.name) && urlOf(event) === `${origin}${path}`),
  );
  const long = outermost(main.filter(({ name }) => TASKS.has(name))).filter(
    (task) => msOf(task) > LONG_TASK_MS,
  );
  const ownIn = (task) => sum(own.filter(({ ts }) => ts >= task.ts && ts < task.ts + task.dur));
  return {
    longTasks: long.length,
    own: sum(own),
    longest: Math.max(0, ...own.map(msOf)),
    madeLong: long.filter((task) => msOf(task) - ownIn(task) <= LONG_TASK_MS).length,
  };
}

const msOf = ({ dur }) => dur / 1_000;
const sum = (events) => events.reduce((total, event) => total + msOf(event), 0);

/** Without those that lie within another. */
function outermost(events) {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter(({ ts, dur }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
