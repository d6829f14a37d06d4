import type { BuildOptions } from "esbuild";
import type { Features, ModeFeatures } from "../../vocabulary/features.ts";
import { BUILD_PLACEHOLDER } from "./buildId.ts";

/** Oldest browsers that run the script; older ones keep the real number. */
const BROWSERS = ["chrome109", "edge109", "firefox115", "safari16.4"];

type Flags<T> = Readonly<Record<keyof T, true>>;

const MODE_FLAGS: Flags<ModeFeatures> = {
  conditions: true,
  storage: true,
  consent: true,
  events: true,
  pagesEvents: true,
  pageEvents: true,
  callClicks: true,
  probabilistic: true,
  tab: true,
  marks: true,
  trees: true,
  fields: true,
  debug: true,
};

/** Everything: what the static file and the npm module contain. */
export const ALL_FEATURES: Flags<Features> = {
  ...MODE_FLAGS,
  auto: true,
  lateAnswers: true,
  channels: true,
  tabLanding: true,
  lateIds: true,
  serverCookie: true,
  customIds: true,
  lastTouch: true,
  gpc: true,
  foreignNumbers: true,
  guessPlans: true,
  waitToSwap: true,
  language: true,
  device: true,
  otherDigits: true,
  attributes: true,
  images: true,
  valueTrack: true,
  cookieDomain: true,
};

/** Name of the file, beside the script's own, that holds the overlay of `mgt('debug')`. */
export const overlayName = (script: string): string => `${script}.debug.js`;

/** How the script is bundled, whatever it contains. Not minified: that is `minifyScript`. */
function scriptOptions(name: string, has: Record<string, string>): BuildOptions {
  const define: Record<string, string> = {
    BUILD: BUILD_PLACEHOLDER,
    SCRIPT: JSON.stringify(`./${name}.js`),
    OVERLAY: JSON.stringify(`./${overlayName(name)}`),
    IS_MODULE: "false",
    REASONS: "false",
  };
  for (const [name, value] of Object.entries(has)) define[`HAS.${name}`] = value;
  return {
    bundle: true,
    external: [`./${overlayName(name)}`],
    write: false,
    target: BROWSERS,
    minifySyntax: true,
    define,
    legalComments: "none",
    logLevel: "silent",
  };
}

/** For one site: what its script contains is known when it is compiled. */
export function siteOptions(key: string, features: Features): BuildOptions {
  return scriptOptions(
    key,
    Object.fromEntries(Object.entries(features).map(([name, value]) => [name, String(value)])),
  );
}

/** For any site: everything is there, and the mode is known when it starts. */
export function staticOptions(modeHas: string): BuildOptions {
  return {
    ...scriptOptions(
      "mgt",
      Object.fromEntries(
        Object.keys(ALL_FEATURES).map((name) => [name, name in MODE_FLAGS ? `MODE_HAS.${name}` : "true"]),
      ),
    ),
    inject: [modeHas],
  };
}
