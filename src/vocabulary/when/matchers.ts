// Written by `npm run build`: do not edit.
import { matches as channel } from "../rules/channel.ts";
import { matches as device } from "../rules/device.ts";
import { matches as hours } from "../rules/hours.ts";
import { matches as landing } from "../rules/landing.ts";
import { matches as language } from "../rules/language.ts";
import { matches as page } from "../rules/page.ts";
import { matches as pages } from "../rules/pages.ts";
import { matches as param } from "../rules/param.ts";
import { matches as referrer } from "../rules/referrer.ts";
import type { Matchers } from "./LeafModule.ts";

export const MATCHERS: Matchers = {
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
