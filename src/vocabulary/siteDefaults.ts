import { pageDefaults } from "./pageDefaults.ts";
import type { PageSite, SiteInput } from "./site.ts";

/** Fills in everything that a site leaves out, as far as the script is concerned; the endpoint adds its own keys. */
export function siteDefaults(input: SiteInput): PageSite {
  const page: Partial<PageSite> = pageDefaults(input);
  return {
    entry: "first",
    sessionMinutes: 30,
    region: "FR",
    endpoint: "",
    cookie: "script",
    cookieDomain: "",
    callClicks: false,
    ...page,
    consent: { rotation: "required", notice: "", ...(page.consent as object) },
  } as PageSite;
}
