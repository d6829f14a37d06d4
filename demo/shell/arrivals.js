/** @import { Arrival } from "./types.ts" */

/** @type {Arrival} */
const GOOGLE_ADS = {
  id: "google-ads",
  page: "home",
  query: "gclid=TeSt-123_aBcD&utm_source=google&utm_medium=cpc&utm_campaign=revision",
  referrer: "https://www.google.com/",
};

/**
 * How the visitor may arrive: the page, the query and the referrer that such an arrival really has.
 * Ids are synthetic; `assur-confiance.example` is the partner of the demo's configuration.
 * @type {Arrival[]}
 */
export const ARRIVALS = [
  GOOGLE_ADS,
  {
    id: "facebook",
    page: "prices",
    query: "utm_source=facebook&utm_medium=paid_social&utm_campaign=pneus&fbclid=IwTeSt-456",
    referrer: "https://l.facebook.com/",
  },
  { id: "seo", page: "services", query: "", referrer: "https://www.google.fr/" },
  { id: "ai-assistant", page: "services", query: "utm_source=chatgpt.com", referrer: "https://chatgpt.com/" },
  {
    id: "newsletter",
    page: "prices",
    query: "utm_source=newsletter&utm_medium=email&utm_campaign=hiver",
    referrer: "",
  },
  { id: "partner", page: "contact", query: "", referrer: "https://www.assur-confiance.example/garages" },
  { id: "direct", page: "home", query: "", referrer: "" },
];

export function arrivalById(id) {
  return ARRIVALS.find((arrival) => arrival.id === id) ?? GOOGLE_ADS;
}

/** Address of an arrival in a language; `staged` is a mode, or a mode and a manager (`parcours~klaro`). */
export function arrivalUrl(arrival, language, staged) {
  const query = arrival.query && `?${arrival.query}`;
  return `${location.origin}/demo/site/${language}/${staged}/${arrival.page}${query}`;
}
