import { CAMPAIGN } from "./campaign.ts";

/** Whether a URL says that it was reached through a campaign: a click id, or any `utm_` parameter. */
export const hasCampaign = ({ search }: URL): boolean => search.search(CAMPAIGN) >= 0;
