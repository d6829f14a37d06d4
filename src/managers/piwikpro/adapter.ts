import type { Adapter } from "../Adapter.ts";

interface Settings {
  consents?: Record<string, { status?: unknown } | undefined>;
}

type Api = (command: string, onFulfilled: (settings: Settings) => void, onRejected: () => void) => void;

declare global {
  interface Window {
    ppms?: { cm?: { api?: Api } };
  }
}

const cookies = () => `${document.cookie.match(/ppms_privacy_[^;]*/g)}`;

/**
 * Piwik PRO's Consent Manager: consent types, `analytics` unless the site names another. It tells of no
 * change, so its cookie is watched; what it means is asked of the manager.
 * https://developers.piwik.pro/docs/overview-consent-manager-js-api
 */
export const piwikpro = (): Adapter => {
  let known: string[] | undefined;
  return {
    name: "piwikpro",
    tier: 2,
    detect: () => window.ppms?.cm?.api,
    watch(hear) {
      let seen = cookies();
      const look = () => {
        // Each question is an event in the site's data layer: one for each change, not one a second.
        if (seen !== cookies()) {
          seen = cookies();
          hear();
        }
      };
      setInterval(look, 1000);
      // A choice is stored some time after its click, or once a server has answered.
      addEventListener("click", () => [10, 200].map((wait) => setTimeout(look, wait)), true);
    },
    read: ({ category }) =>
      new Promise<Settings>((resolve, reject) => {
        window.ppms?.cm?.api?.("getComplianceSettings", resolve, reject);
      }).then(({ consents = {} }) => {
        const isDecided = Object.values(consents).some((each) => each?.status === 0 || each?.status === 1);
        known = isDecided ? Object.keys(consents) : undefined;
        const status = consents[category]?.status;
        return status === 1 || (status === 0 ? false : undefined);
      }),
    names: () => known,
  };
};
