import { parsePhone } from "../endpoint/configuration/parsePhone.ts";
import { proposePhone } from "../endpoint/configuration/proposals/proposePhone.ts";
import { proposeOrigin } from "../endpoint/configuration/proposals/proposeUrlParts.ts";
import { MODE_ALIASES, MODES, type ModeAlias } from "../vocabulary/modes.ts";

/** What a first configuration needs to know. */
export interface Answers {
  mode: string;
  /** E.164. */
  number: string;
  origin: string;
}

/** One answer: how it is asked for, and what is made of it. */
export interface Question {
  ask: string;
  expected: string;
  initial?: string;
  /** The answer as a configuration writes it; nothing where it cannot be read. */
  read(written: string): string | undefined;
}

const NAMES = Object.keys(MODES);

/** In the order in which they are asked for. */
export const FIRST_ANSWERS: Readonly<Record<keyof Answers, Question>> = {
  mode: {
    ask: `Mode (${NAMES.join(", ")})`,
    expected: `one of ${NAMES.join(", ")}`,
    initial: "parcours",
    read(written) {
      const name = written.trim().toLowerCase();
      if (Object.hasOwn(MODE_ALIASES, name)) return MODE_ALIASES[name as ModeAlias];
      return Object.hasOwn(MODES, name) ? name : undefined;
    },
  },
  number: {
    ask: "Phone number that the site shows",
    expected: "a phone number, such as +33123456789 or 01 23 45 67 89",
    read: (written) => (parsePhone(written) ? written : proposePhone(written)),
  },
  origin: {
    ask: "Address of the site",
    expected: "the address of the site, such as https://www.example.com",
    read: proposeOrigin,
  },
};
