import { isHeard } from "../../../vocabulary/managers.ts";
import type { PageSite } from "../../../vocabulary/site.ts";
import type { Adapter } from "../Adapter.ts";
import { axeptio } from "./axeptio.ts";
import { complianz } from "./complianz.ts";
import { cookiebot } from "./cookiebot.ts";
import { cookieconsent } from "./cookieconsent.ts";
import { didomi } from "./didomi.ts";
import { google } from "./google.ts";
import { klaro } from "./klaro.ts";
import { onetrust } from "./onetrust.ts";
import { orejime } from "./orejime.ts";
import { piwikpro } from "./piwikpro.ts";
import { tarteaucitron } from "./tarteaucitron.ts";
import { tcf } from "./tcf.ts";
import { usercentrics } from "./usercentrics.ts";
import { wordpress } from "./wordpress.ts";

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
