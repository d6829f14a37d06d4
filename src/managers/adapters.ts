import { isHeard } from "../vocabulary/managers.ts";
import type { PageSite } from "../vocabulary/site.ts";
import type { Adapter } from "./Adapter.ts";
import { axeptio } from "./axeptio/adapter.ts";
import { complianz } from "./complianz/adapter.ts";
import { cookiebot } from "./cookiebot/adapter.ts";
import { cookieconsent } from "./cookieconsent/adapter.ts";
import { didomi } from "./didomi/adapter.ts";
import { google } from "./google/adapter.ts";
import { klaro } from "./klaro/adapter.ts";
import { onetrust } from "./onetrust/adapter.ts";
import { orejime } from "./orejime/adapter.ts";
import { piwikpro } from "./piwikpro/adapter.ts";
import { tarteaucitron } from "./tarteaucitron/adapter.ts";
import { tcf } from "./tcf/adapter.ts";
import { usercentrics } from "./usercentrics/adapter.ts";
import { wordpress } from "./wordpress/adapter.ts";

const ADAPTERS: readonly Adapter[] = [
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
];

/** The managers that a site hears; none where no consent is waited for. */
export const adaptersFor = ({ consent }: PageSite): Adapter[] =>
  ADAPTERS.filter(({ name }) => (HAS.consent || HAS.probabilistic) && isHeard(name, consent.manager));
