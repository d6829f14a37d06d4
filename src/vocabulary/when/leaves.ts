// Written by `npm run build`: do not edit.
import * as channel from "../rules/channel.ts";
import * as device from "../rules/device.ts";
import * as hours from "../rules/hours.ts";
import * as landing from "../rules/landing.ts";
import * as language from "../rules/language.ts";
import * as page from "../rules/page.ts";
import * as pages from "../rules/pages.ts";
import * as param from "../rules/param.ts";
import * as referrer from "../rules/referrer.ts";
import type { Leaves } from "./LeafModule.ts";

export const LEAVES: Leaves = {
  param,
  referrer,
  channel,
  landing,
  page,
  pages,
  language,
  device,
  hours,
};
