import { invisibleIn, visible } from "./invisible.ts";
import { proposePhone } from "./proposePhone.ts";
import { proposeLanguage, proposeRegion, proposeTimeZone } from "./proposePlace.ts";
import { proposeId, proposeKey, proposeTime } from "./proposeText.ts";
import { proposeDomain, proposeHost, proposeOrigin, proposePath } from "./proposeUrlParts.ts";

/** What a proposal needs to know of the site. */
export interface Surroundings {
  /** Of numbers without a calling code. */
  region: string;
}

/** By the name of the schema's definition, or of the key, whose form a text has not. */
const PROPOSALS: Readonly<Record<string, (written: string, around: Surroundings) => string | undefined>> = {
  phone: (written, { region }) => proposePhone(written, region),
  origin: proposeOrigin,
  host: proposeHost,
  cookieDomain: proposeDomain,
  path: proposePath,
  key: proposeKey,
  id: proposeId,
  region: proposeRegion,
  timeZone: proposeTimeZone,
  language: proposeLanguage,
  time: (written) => proposeTime(written),
  endTime: (written) => proposeTime(written, true),
};

/** What a text was meant to be; nothing where that cannot be worked out, or where it is the same. */
export function propose(subject: string, written: string, around: Surroundings): string | undefined {
  const proposal = Object.hasOwn(PROPOSALS, subject) ? PROPOSALS[subject]?.(written, around) : undefined;
  return proposal === written ? undefined : proposal;
}

/** What was found and what it was meant to be, in one sentence; nothing where there is no proposal. */
export function proposalSentence(written: string, proposal: string | undefined): string | undefined {
  const hidden = invisibleIn(written);
  const found = hidden
    ? `found invisible characters (${hidden}) in "${visible(written)}"`
    : `found ${JSON.stringify(written)}`;
  if (proposal === undefined) return hidden ? `${found}: write it anew instead of pasting it` : undefined;
  return `${found}, did you mean ${JSON.stringify(proposal)}?`;
}

/** A proposal as the end of a sentence; `""` where there is none. */
export const meant = (proposal: string | undefined): string =>
  proposal === undefined ? "" : `, did you mean ${JSON.stringify(proposal)}?`;
