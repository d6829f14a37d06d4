// Written by `npm run build`: do not edit.
import type { ChannelLeaf } from "../rules/channel.ts";
import type { DeviceLeaf } from "../rules/device.ts";
import type { HoursLeaf } from "../rules/hours.ts";
import type { LandingLeaf } from "../rules/landing.ts";
import type { LanguageLeaf } from "../rules/language.ts";
import type { PageLeaf } from "../rules/page.ts";
import type { PagesLeaf } from "../rules/pages.ts";
import type { ParamLeaf } from "../rules/param.ts";
import type { ReferrerLeaf } from "../rules/referrer.ts";

/** The leaves of the rule language by name, one file each in `src/vocabulary/rules`. */
export interface LeafTypes {
  param: ParamLeaf;
  referrer: ReferrerLeaf;
  channel: ChannelLeaf;
  landing: LandingLeaf;
  page: PageLeaf;
  pages: PagesLeaf;
  language: LanguageLeaf;
  device: DeviceLeaf;
  hours: HoursLeaf;
}
