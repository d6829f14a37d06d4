import type { Adapter } from "../Adapter.ts";

type Test = () => boolean | undefined;

interface DidomiSdk {
  version?: string;
  isConsentRequired?: Test;
  shouldUserStatusBeCollected?: Test;
  shouldConsentBeCollected?: Test;
  isUserStatusPartial?: Test;
  getCurrentUserStatus(): {
    regulation?: string;
    vendors: Record<string, { enabled?: boolean } | undefined>;
  };
}

declare global {
  interface Window {
    Didomi?: object;
    didomiConfig?: object;
    didomiRemoteConfig?: object;
    didomiOnReady?: { push(callback: (sdk: DidomiSdk) => void): unknown };
    didomiEventListeners?: { push(listener: { event: string; listener(): void }): unknown };
  }
}

/**
 * Didomi. In its status a vendor is enabled only if its purposes are too.
 * https://developers.didomi.io/cmp/web-sdk/reference/api
 */
export const didomi = (): Adapter => {
  /** Only once it is ready: before, `window.Didomi` answers for a configuration that it has not read. */
  let sdk: DidomiSdk | undefined;
  /** An undecided vendor is as little enabled as a refused one. https://developers.didomi.io/cmp/mobile-sdk/api-new */
  const isDecided = () => {
    const isAsked =
      sdk?.shouldUserStatusBeCollected || sdk?.shouldConsentBeCollected || sdk?.isUserStatusPartial;
    return isAsked?.call(sdk) === false;
  };
  return {
    name: "didomi",
    tier: 0,
    detect: () => window.Didomi || window.didomiConfig || window.didomiRemoteConfig,
    install(hear) {
      window.didomiOnReady ||= [];
      window.didomiOnReady.push((ready) => {
        sdk = ready;
        hear();
      });
      // Outside `didomiOnReady`, or what is told before that would be missed:
      // https://developers.didomi.io/cmp/web-sdk/reference/events
      window.didomiEventListeners ||= [];
      window.didomiEventListeners.push({ event: "consent.changed", listener: hear });
    },
    read({ key }) {
      if (!sdk) return undefined;
      const { regulation = "gdpr", vendors } = sdk.getCurrentUserStatus();
      // Under the laws of American states a vendor is enabled until the visitor objects: nobody consented.
      if (sdk.isConsentRequired?.() === false || !/^gdpr$/i.test(regulation)) return null;
      // One with essential purposes alone is always enabled.
      return isDecided() ? vendors[key]?.enabled : undefined;
    },
    names: () => (isDecided() && sdk ? Object.keys(sdk.getCurrentUserStatus().vendors) : undefined),
    describe: ({ key }) => ({
      version: sdk?.version as string,
      // Nothing of what was chosen for others, nor `user_id`: an id of the visitor would outlive ours.
      signal: JSON.stringify(sdk?.getCurrentUserStatus(), ["vendors", key, "enabled", "updated"]),
    }),
  };
};
