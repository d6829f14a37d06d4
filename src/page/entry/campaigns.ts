/** Click ids by what each says of its click. `fbclid` stands apart: it also marks unpaid posts. */
export const CLICK_IDS = {
  paid_search: "gclid|gbraid|wbraid|msclkid|gad_source|yclid",
  paid_social: "ttclid|twclid|li_fat_id|rdt_cid|epik|ScCid",
  display: "dclid",
  email: "mc_cid|mc_eid",
};

/** Values of `utm_medium`, lower case, without `-`, `_` and spaces. */
export const MEDIUMS = {
  paid_search: "cpc|ppc|sea|sem|paid|paidsearch",
  paid_social: "paidsocial|socialpaid|socialads",
  organic_search: "organic|seo",
  organic_social: "social|socialmedia|socialnetwork|sm",
  ai_assistant: "ai|llm|aiassistant",
  email: "email|mail|newsletter|emailing",
  display: "display|banner|cpm|retargeting",
  affiliate: "affiliate|affiliation",
  referral: "referral|partner",
};
