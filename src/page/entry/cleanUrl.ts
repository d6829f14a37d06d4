import { cleanUrl as cleanUrlBy } from "../../vocabulary/cleanUrl.ts";
import { rules } from "../ground/site.ts";

/** A URL as the site's own rules let it be stored or sent; `""` for what is no URL. */
export const cleanUrl = (href: string): string => cleanUrlBy(href, rules.keeps, rules.keepsAsItIs);
