import { FACTS } from "../../../managers/facts.ts";
import type { ManagerName } from "../../../vocabulary/managers.ts";
import { nearest } from "../nearest.ts";
import { folded } from "../proposals/folded.ts";
import { meant } from "../proposals/propose.ts";
import type { Context } from "./Context.ts";
import { type Json, record, text } from "./readLoosely.ts";

export function consent(context: Context): void {
  const settings = record(context.site.consent);
  exempt(settings, context);
  const manager = text(settings.manager);
  if (manager === undefined) return;
  unused(manager, settings, context);
  tcfVendor(manager, settings, context);
  if (!isWaitedFor(settings, context)) return;
  unknown(manager, settings, context);
  neverAsked(manager, settings, context);
}

/** What is granted to everybody is no consent: our cookie would be stored without one. */
function neverAsked(name: string, { category }: Json, { path, warn }: Context): void {
  const { label, alwaysOn = [] } = Object.hasOwn(FACTS, name) ? FACTS[name as ManagerName] : {};
  if (alwaysOn.some((each) => each === category))
    warn(
      `${path}.consent.category`,
      "exempt",
      `${label} grants "${category}" to everybody without asking: a cookie would be stored without consent`,
      category,
      "a category that visitors can refuse",
    );
}

/** No exemption from consent covers what this mode stores: the choice is the owner's, and he is told. */
function exempt({ rotation }: Json, { path, mode, warn }: Context): void {
  if (mode === "rotation" && rotation === "exempt")
    warn(
      `${path}.consent.rotation`,
      "exempt",
      "stores a cookie without asking: no exemption from consent covers it, the choice is yours to answer for",
      "exempt",
      `"required"`,
    );
}

/** Whether the site hears its manager at all. */
const isWaitedFor = ({ rotation }: Json, { mode }: Context): boolean =>
  mode !== undefined && mode !== "invisible" && !(mode === "rotation" && rotation === "exempt");

/** A name that the manager cannot know: it would never answer for it, and the visitor never be remembered. */
function unknown(name: string, settings: Json, { path, warn }: Context): void {
  if (!Object.hasOwn(FACTS, name)) return;
  const { form, label, analytics } = FACTS[name as ManagerName];
  if (!form) return;
  const { setting, words, pattern, values = [], isOwn } = form;
  const place = `${path}.consent.${setting}`;
  if (settings[setting] === undefined) {
    if (isOwn)
      warn(place, "never_answers", `"${setting}" is missing: ${words}`, null, `what ${label} calls us`);
    return;
  }
  const value = text(settings[setting]);
  // Every manager's name for it is known.
  if (value === undefined || value === "" || value === "analytics") return;
  if (pattern ? pattern.test(value) : values.includes(value)) return;
  const capitals = pattern?.test(value.toUpperCase()) ? value.toUpperCase() : undefined;
  const near = capitals ?? values.find((each) => folded(each) === folded(value)) ?? nearest(value, values);
  const hint = near ?? (/^(statisti|analy|mesure|perf|audience)/i.test(value) ? analytics : undefined);
  warn(
    place,
    "never_answers",
    `${label} knows no "${value}" and would never answer: ${words}${meant(hint)}`,
    value,
    values.length > 0 ? `one of ${values.join(", ")}` : words,
  );
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
