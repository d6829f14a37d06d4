import type { Adapter, Choice } from "../Adapter.ts";

type Choices = Record<string, unknown>;

interface AxeptioSdk {
  on(event: string, listener: (choices: Choices) => void): void;
  userPreferencesManager?: { choices?: Choices };
}

declare global {
  interface Window {
    axeptioSDK?: AxeptioSdk;
    axeptioSettings?: object;
    _axcb?: { push(callback: (sdk: AxeptioSdk) => void): unknown };
  }
}

/**
 * Axeptio for brands. Its build for publishers speaks TCF.
 * https://developers.axeptio.eu/advanced-settings/webhooks
 */
export const axeptio = (): Adapter => {
  let choices: Choices | undefined;
  return {
    name: "axeptio",
    tier: 0,
    // Not `_axcb`, which we create.
    detect: () => window.axeptioSDK || window.axeptioSettings,
    install(hear) {
      window._axcb ||= [];
      window._axcb.push((sdk) => {
        const take = (now?: Choices) => {
          choices = now;
          hear();
        };
        sdk.on("cookies:complete", take);
        // That the event is repeated for who comes after it is documented nowhere.
        take(sdk.userPreferencesManager?.choices);
      });
    },
    // A widget left half-way holds what was ticked in it: that is no decision.
    // https://developers.axeptio.eu/site-integration/registering-user-choices
    read: ({ key }) => (choices?.$$completed === false ? undefined : choices?.[key]) as Choice,
    names: () =>
      choices && choices.$$completed !== false
        ? Object.keys(choices).filter((name) => !name.startsWith("$$"))
        : undefined,
    // Nothing of what was chosen for others, nor `$$token`: an id of the visitor would outlive ours.
    describe: ({ key }) => ({ signal: JSON.stringify(choices, [key, "$$date"]) }),
  };
};
