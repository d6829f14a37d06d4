// Written by `npm run build`: do not edit.
import type { ManagerName } from "../vocabulary/managers.ts";
import { facts as axeptio } from "./axeptio/facts.ts";
import { facts as complianz } from "./complianz/facts.ts";
import { facts as cookiebot } from "./cookiebot/facts.ts";
import { facts as cookieconsent } from "./cookieconsent/facts.ts";
import { facts as didomi } from "./didomi/facts.ts";
import { facts as google } from "./google/facts.ts";
import { facts as klaro } from "./klaro/facts.ts";
import type { ManagerFacts } from "./ManagerFacts.ts";
import { facts as manual } from "./manual/facts.ts";
import { facts as onetrust } from "./onetrust/facts.ts";
import { facts as orejime } from "./orejime/facts.ts";
import { facts as piwikpro } from "./piwikpro/facts.ts";
import { facts as tarteaucitron } from "./tarteaucitron/facts.ts";
import { facts as tcf } from "./tcf/facts.ts";
import { facts as usercentrics } from "./usercentrics/facts.ts";
import { facts as wordpress } from "./wordpress/facts.ts";

export const FACTS: Readonly<Record<ManagerName, ManagerFacts>> = {
  manual,
  axeptio,
  didomi,
  tarteaucitron,
  usercentrics,
  tcf,
  klaro,
  orejime,
  cookieconsent,
  onetrust,
  cookiebot,
  complianz,
  wordpress,
  piwikpro,
  google,
};
