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
import { postNumbers } from "./handlers/postNumbers.ts";

export interface Route {
  /** Label in the metrics. */
  name: string;
  /** A literal path, or a pattern whose groups are the handler's parameters. */
  path: string | RegExp;
  /** `page`: any origin may ask its preflight. `admin`: hidden without a token. `operator`: answers before ready. */
  audience: "page" | "admin" | "operator";
  /** `GET` answers `HEAD` too. */
  methods: Readonly<Partial<Record<"GET" | "POST" | "DELETE", Handler>>>;
}

export const ROUTES: readonly Route[] = [
  { name: "events", path: "/v1/events", audience: "page", methods: { POST: postEvents } },
  { name: "consents", path: "/v1/consents", audience: "page", methods: { POST: postConsents } },
  { name: "numbers", path: "/v1/numbers", audience: "page", methods: { POST: postNumbers } },
  { name: "forget", path: "/v1/forget", audience: "page", methods: { POST: postForget } },
  { name: "export", path: "/v1/export", audience: "page", methods: { POST: postExport } },
  { name: "health", path: "/healthz", audience: "operator", methods: { GET: getHealth } },
  { name: "readiness", path: "/readyz", audience: "operator", methods: { GET: getReadiness } },
  { name: "metrics", path: "/metrics", audience: "operator", methods: { GET: getMetrics } },
  {
    name: "script",
    path: /^\/([a-z0-9-]{3,64})(?:\.([0-9a-f]{12}))?\.js$/,
    audience: "page",
    methods: { GET: getScript },
  },
  {
    name: "overlay",
    path: /^\/([a-z0-9-]{3,64})(?:\.[0-9a-f]{12})?\.debug\.js$/,
    audience: "page",
    methods: { GET: getOverlay },
  },
  { name: "report", path: /^\/v1\/sites\/([^/]+)\/report$/, audience: "admin", methods: { GET: getReport } },
  {
    name: "visitor",
    path: /^\/v1\/sites\/([^/]+)\/visitors\/([^/]+)$/,
    audience: "admin",
    methods: { GET: getVisitor, DELETE: deleteVisitor },
  },
  {
    name: "consent_log",
    path: /^\/v1\/sites\/([^/]+)\/consents$/,
    audience: "admin",
    methods: { GET: getConsents },
  },
];
