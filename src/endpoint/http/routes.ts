import { consentSchema, eventsSchema, numbersSchema, visitorSchema } from "../ingest/schemas.ts";
import type { Handler } from "./Exchange.ts";
import { deleteVisitor, getVisitor } from "./handlers/adminVisitor.ts";
import { getConsents } from "./handlers/getConsents.ts";
import { getOverlay } from "./handlers/getOverlay.ts";
import { getReport } from "./handlers/getReport.ts";
import { getScript } from "./handlers/getScript.ts";
import { getHealth, getMetrics, getReadiness } from "./handlers/operator.ts";
import { postConsents } from "./handlers/postConsents.ts";
import { postEvents } from "./handlers/postEvents.ts";
import { postExport } from "./handlers/postExport.ts";
import { postForget } from "./handlers/postForget.ts";
import { isModelled, postNumbers } from "./handlers/postNumbers.ts";
import type { LimitName } from "./RateLimits.ts";

export interface Route {
  /** Label in the metrics. */
  name: string;
  /** As Fastify writes it. */
  path: string;
  /** `page`: any origin may ask its preflight. `admin`: hidden without a token. `operator`: answers before ready. */
  audience: "page" | "admin" | "operator";
  /** `GET` answers `HEAD` too. */
  methods: Readonly<Partial<Record<"GET" | "POST" | "DELETE", Handler>>>;
  /** Of what the script posts. */
  posted?: Posted;
}

export interface Posted {
  limit: LimitName;
  /** JSON Schema of the body. */
  schema: object;
  /** Refuses, before the schema is asked, what the site does not have. */
  admits?: Handler;
}

const posted = (name: LimitName, schema: object, post: Handler, admits?: Handler): Route => ({
  name,
  path: `/v1/${name}`,
  audience: "page",
  methods: { POST: post },
  posted: { limit: name, schema, ...(admits && { admits }) },
});

const asked = (name: string, path: string, audience: Route["audience"], get: Handler): Route => ({
  name,
  path,
  audience,
  methods: { GET: get },
});

export const ROUTES: readonly Route[] = [
  posted("events", eventsSchema, postEvents),
  posted("consents", consentSchema, postConsents),
  posted("numbers", numbersSchema, postNumbers, isModelled),
  posted("forget", visitorSchema, postForget),
  posted("export", visitorSchema, postExport),
  asked("health", "/healthz", "operator", getHealth),
  asked("readiness", "/readyz", "operator", getReadiness),
  asked("metrics", "/metrics", "operator", getMetrics),
  // A key, and a version where the address is immutable.
  asked("script", "/:script(^[a-z0-9-]{3,64}(?:\\.[0-9a-f]{12})?\\.js$)", "page", getScript),
  asked("overlay", "/:overlay(^[a-z0-9-]{3,64}(?:.[0-9a-f]{12})?$).debug.js", "page", getOverlay),
  asked("report", "/v1/sites/:key/report", "admin", getReport),
  {
    ...asked("visitor", "/v1/sites/:key/visitors/:visitor", "admin", getVisitor),
    methods: { GET: getVisitor, DELETE: deleteVisitor },
  },
  asked("consent_log", "/v1/sites/:key/consents", "admin", getConsents),
];
