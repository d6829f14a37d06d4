// Written by `npm run build`: do not edit.
import { axeptio } from "../../../src/managers/axeptio/fixture.ts";
import { complianz } from "../../../src/managers/complianz/fixture.ts";
import { cookiebot } from "../../../src/managers/cookiebot/fixture.ts";
import { cookieconsent } from "../../../src/managers/cookieconsent/fixture.ts";
import { didomi } from "../../../src/managers/didomi/fixture.ts";
import { google } from "../../../src/managers/google/fixture.ts";
import { klaro } from "../../../src/managers/klaro/fixture.ts";
import type { ManagerFixture } from "../../../src/managers/ManagerFixture.ts";
import { manual } from "../../../src/managers/manual/fixture.ts";
import { onetrust } from "../../../src/managers/onetrust/fixture.ts";
import { orejime } from "../../../src/managers/orejime/fixture.ts";
import { piwikpro } from "../../../src/managers/piwikpro/fixture.ts";
import { tarteaucitron } from "../../../src/managers/tarteaucitron/fixture.ts";
import { tcf } from "../../../src/managers/tcf/fixture.ts";
import { usercentrics } from "../../../src/managers/usercentrics/fixture.ts";
import { wordpress } from "../../../src/managers/wordpress/fixture.ts";
import type { ManagerName } from "../../../src/vocabulary/managers.ts";

export const FIXTURES: Readonly<Record<ManagerName, ManagerFixture>> = {
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
