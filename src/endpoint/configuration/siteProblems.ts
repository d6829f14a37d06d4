import { MODE_ALIASES, MODES, type ModeAlias, type ModeName } from "../../vocabulary/modes.ts";
import type { Problem } from "./Problem.ts";
import { acrossSites } from "./problems/acrossSites.ts";
import type { Context, Say } from "./problems/Context.ts";
import { carry } from "./problems/carry.ts";
import { conditions } from "./problems/conditions.ts";
import { consent } from "./problems/consent.ts";
import { cookie } from "./problems/cookie.ts";
import { endpoint } from "./problems/endpoint.ts";
import { images } from "./problems/images.ts";
import { key } from "./problems/key.ts";
import { modeLimits } from "./problems/modeLimits.ts";
import { numbers } from "./problems/numbers.ts";
import { origins } from "./problems/origins.ts";
import { owners } from "./problems/owners.ts";
import { params } from "./problems/params.ts";
import { places } from "./problems/places.ts";
import { list, record, records, text } from "./problems/readLoosely.ts";
import { retention } from "./problems/retention.ts";
import { trackingIds } from "./problems/trackingIds.ts";
import { unique } from "./problems/unique.ts";

/** What the rules below find; the schema may have found other faults in the same value already. */
export interface Findings {
  errors: Problem[];
  warnings: Problem[];
}

/** By subject; problems are told in this order. */
const RULES: readonly ((context: Context) => void)[] = [
  key,
  numbers,
  owners,
  conditions,
  places,
  origins,
  cookie,
  endpoint,
  modeLimits,
  consent,
  trackingIds,
  images,
  carry,
  params,
  retention,
];

/** What is wrong with the meaning of the sites, beyond their shape. Takes any JSON. */
export function siteProblems(data: unknown): Findings {
  const findings: Findings = { errors: [], warnings: [] };
  const say =
    (to: Problem[]): Say =>
    (path, code, message, found, expected) =>
      void to.push({ path, code, message, found, expected });
  const error = say(findings.errors);
  const warn = say(findings.warnings);
  const sites = records(record(data).sites, "$.sites");
  unique(
    sites.map((site) => ({ path: `${site.path}.key`, value: site.value.key })),
    "site key",
    error,
  );
  for (const [index, { path, value: site }] of sites.entries()) {
    // Of what is no site nothing more is to be said.
    if (list(record(data).sites)[index] !== site) continue;
    for (const check of RULES) check({ path, site, mode: modeOf(site.mode), error, warn });
  }
  acrossSites(sites, warn);
  return findings;
}

function modeOf(value: unknown): ModeName | undefined {
  const written = text(value) ?? "";
  const name = Object.hasOwn(MODE_ALIASES, written) ? MODE_ALIASES[written as ModeAlias] : written;
  return name !== undefined && Object.hasOwn(MODES, name) ? (name as ModeName) : undefined;
}
