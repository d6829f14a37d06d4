import { axeptio } from "./axeptio.ts";
import { complianz } from "./complianz.ts";
import { cookiebot } from "./cookiebot.ts";
import { cookieconsent } from "./cookieconsent.ts";
import { didomi } from "./didomi.ts";
import { google } from "./google.ts";
import { klaro } from "./klaro.ts";
import type { ManagerFixture } from "./ManagerFixture.ts";
import { onetrust } from "./onetrust.ts";
import { orejime } from "./orejime.ts";
import { piwikpro } from "./piwikpro.ts";
import { tarteaucitron } from "./tarteaucitron.ts";
import { tcf } from "./tcf.ts";
import { usercentrics } from "./usercentrics.ts";
import { wordpress } from "./wordpress.ts";

/** One for each manager that a visitor can answer. */
export const FIXTURES: readonly ManagerFixture[] = [
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
