import type { Adapter, Choice } from "../Adapter.ts";

/** How one consent came about: in version 3, or as an entry of a version 2 history. */
interface Proof {
  type?: string;
  action?: string;
  versions?: { application?: string };
}

interface Details {
  consent?: { updatedBy?: string };
  services: Record<string, { consent?: Proof & { given?: boolean } } | undefined>;
}

declare global {
  interface Window {
    __ucCmp?: { getConsentDetails(): PromiseLike<Details> };
    UC_UI?: {
      getServicesBaseInfo(): { id: string; consent?: { status?: boolean; history?: Proof[] } }[];
    };
  }
}

/**
 * Version 3 writes EXPLICIT, version 2 explicit: https://usercentrics.com/docs/web/features/api/interfaces/
 * https://docs.usercentrics.com/cmp_browser_sdk/4.11.0/enums/CONSENT_TYPE.html
 */
const isExplicit = (how: Proof | undefined) => /^explicit$/i.test(how?.type || "");

/**
 * Usercentrics 3; and 2, which is `UC_UI` alone (version 3 has one too, that does not tell the type).
 * https://usercentrics.com/docs/web/features/api/control-functionality/
 */
export const usercentrics = (): Adapter => {
  /** Of the last reading. */
  let proof: Proof | undefined;
  let known: string[] | undefined;
  /** @returns what is known, once one of them has been chosen explicitly */
  const namesIn = (hows: readonly (readonly [id: string, how: Proof | undefined])[]) =>
    hows.some(([, how]) => isExplicit(how)) ? hows.map(([id]) => id) : undefined;
  const judge = (given: boolean | undefined, how: Proof | undefined, action: string | undefined): Choice => {
    proof = how;
    // Services may be given before any choice, implicitly.
    return isExplicit(how) ? given : action === "onNonEURegion" ? null : undefined;
  };
  return {
    name: "usercentrics",
    tier: 0,
    detect: () => window.__ucCmp || window.UC_UI,
    events: () => [
      "UC_UI_INITIALIZED",
      "UC_UI_CMP_EVENT",
      // A click may be told before it is saved: these tell the change, in version 3 and in version 2.
      // https://usercentrics.com/docs/web/features/events/uc-ui-cmp-event/
      "UC_CONSENT",
      "UC_SDK_EVENT",
    ],
    read({ key }) {
      if (window.__ucCmp)
        return window.__ucCmp.getConsentDetails().then(({ services, consent }) => {
          // Its `controllerId`, an id of the visitor, would outlive ours.
          const how = services[key]?.consent;
          known = namesIn(Object.entries(services).map(([id, service]) => [id, service?.consent]));
          return judge(how?.given, how, consent?.updatedBy);
        });
      const services = window.UC_UI?.getServicesBaseInfo() || [];
      known = namesIn(services.map(({ id, consent }) => [id, consent?.history?.at(-1)]));
      const consent = services.find(({ id }) => id === key)?.consent;
      const how = consent?.history?.at(-1);
      return judge(consent?.status, how, how?.action);
    },
    names: () => known,
    describe: () => ({
      version: proof?.versions?.application || "",
      signal: JSON.stringify(proof, ["given", "type", "action"]),
    }),
  };
};
