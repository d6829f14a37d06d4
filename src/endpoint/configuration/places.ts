import { isSupportedCountry } from "libphonenumber-js/max";

/** Whether the two capitals are a country with phone numbers. */
export const isRegion = (code: string): boolean => isSupportedCountry(code);
