import { FACTS } from "../../../managers/facts.ts";
import type { ManagerName } from "../../../vocabulary/managers.ts";
import type { Context } from "./Context.ts";
import { type Json, record, text } from "./readLoosely.ts";

export function consent(context: Context): void {
  const settings = record(context.site.consent);
  const manager = text(settings.manager);
  if (manager === undefined) return;
  unused(manager, settings, context);
  tcfVendor(manager, settings, context);
}

/** Settings that the manager's adapter does not look at. */
function unused(name: string, settings: Json, { path, warn }: Context): void {
  if (Object.hasOwn(FACTS, name)) {
    const { settings: used } = FACTS[name as ManagerName];
    for (const setting of ["key", "category", "vendor", "purposes"] as const)
      if (settings[setting] !== undefined && !used.includes(setting))
        warn(
          `${path}.consent.${setting}`,
          "no_effect",
          `${name} looks at ${used.join(" and ") || "the site's own calls alone"}`,
          settings[setting],
          "absent",
        );
  }
}

function tcfVendor(name: string, { vendor }: Json, { path, warn }: Context): void {
  if (name === "tcf" && (vendor === undefined || vendor === 0))
    warn(
      `${path}.consent.vendor`,
      "tcf_without_vendor",
      "without a vendor id the purposes alone decide",
      vendor ?? null,
      "an id of the Global Vendor List",
    );
}
