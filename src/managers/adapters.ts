// Written by `npm run build`: do not edit.
import type { Adapter, AdapterName } from "./Adapter.ts";
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

export const ADAPTERS: Readonly<Record<AdapterName, () => Adapter>> = {
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
