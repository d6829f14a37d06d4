// Written by `npm run build`: do not edit.
/**
 * A query that names a campaign or a click: group 1 is the parameter. Made of `signs.table.ts`.
 */
export const CAMPAIGN =
  /[?&](gclid|gbraid|wbraid|msclkid|gad_source|gad_campaignid|yclid|ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid|sccid|dclid|fbclid|igshid|igsh|mc_cid|mc_eid|srsltid|awc|utm_\w+)=[^&]/g;
