import type { ChannelLeaf } from "../rules/channel.js";
import type { DeviceLeaf } from "../rules/device.js";
import type { HoursLeaf } from "../rules/hours.js";
import type { LandingLeaf } from "../rules/landing.js";
import type { LanguageLeaf } from "../rules/language.js";
import type { PageLeaf } from "../rules/page.js";
import type { PagesLeaf } from "../rules/pages.js";
import type { ParamLeaf } from "../rules/param.js";
import type { ReferrerLeaf } from "../rules/referrer.js";
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
