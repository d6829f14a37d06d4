import type { Adapter } from "../Adapter.ts";
import { preticked } from "../preticked.ts";

interface OneTrust {
  IsAlertBoxClosed(): unknown;
  IsAlertBoxClosedAndValid?(): unknown;
  GetDomainData(): {
    ConsentModel?: { Name?: string };
    /** `Status`: `always active`, or what holds before any choice. */
    Groups: { CustomGroupId?: string; Status?: string }[];
  };
  OnConsentChanged(callback: () => void): void;
}

declare global {
  interface Window {
    OneTrust?: OneTrust;
    OnetrustActiveGroups?: string;
  }
}

const groupOf = (category: string) => (category === "analytics" ? "C0002" : category);

/**
 * OneTrust: groups of cookies, performance (`C0002`) unless the site names another. The list of active
 * groups is there on every load, before any choice: it counts once the banner has been answered, and
 * not while a new version of it asks again.
 * https://developer.onetrust.com/onetrust/docs/javascript-api
 */
export const onetrust = (): Adapter => ({
  name: "onetrust",
  tier: 2,
  // Before its SDK has come, `OneTrust` can hold settings only, or be an element with that id.
  detect: () => window.OneTrust?.IsAlertBoxClosed,
  events: () => ["OneTrustGroupsUpdated"],
  // Comes later than the event, when the banner counts as closed.
  // https://developer.onetrust.com/onetrust/docs/javascript-events-guide
  watch: (hear) => window.OneTrust?.OnConsentChanged(hear),
  read({ category }) {
    const { OneTrust: manager, OnetrustActiveGroups: active } = window as Required<Window>;
    const { ConsentModel, Groups } = manager.GetDomainData();
    const id = groupOf(category);
    const group = Groups.find(({ CustomGroupId }) => CustomGroupId === id);
    if (!group || (manager.IsAlertBoxClosedAndValid || manager.IsAlertBoxClosed).call(manager) !== true)
      return undefined;
    return (
      active.split(",").includes(id) &&
      // Where a group is on without being asked for, closing the banner leaves it on: that is no yes.
      (!/always|out|implied|implicit|notice/i.test(`${group.Status} ${ConsentModel?.Name}`) || undefined)
    );
  },
  doubt: ({ category }) =>
    window.OneTrust?.GetDomainData().Groups.some(
      ({ CustomGroupId, Status }) => CustomGroupId === groupOf(category) && Status === "active",
    ) && preticked(groupOf(category), 'its status to "inactive"'),
  names: () =>
    window.OneTrust?.IsAlertBoxClosed() === true
      ? window.OneTrust.GetDomainData().Groups.map(({ CustomGroupId }) => `${CustomGroupId}`)
      : undefined,
  describe: ({ category }) => ({
    key: groupOf(category),
    signal: `${window.OnetrustActiveGroups}`,
    version: /OptanonConsent=[^;]*version=([\d.]+)/.exec(document.cookie)?.[1] as string,
  }),
});
