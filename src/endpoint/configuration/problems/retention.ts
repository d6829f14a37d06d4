import type { Context } from "./Context.ts";

export function retention({ path, site, warn }: Context): void {
  const { retentionDays, visitorDays = 30 } = site;
  if (typeof retentionDays === "number" && typeof visitorDays === "number" && retentionDays < visitorDays)
    warn(
      `${path}.retentionDays`,
      "retention",
      "events are purged before their visitor's cookie ends",
      retentionDays,
      `at least ${visitorDays}`,
    );
}
