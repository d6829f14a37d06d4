import { parsePhone } from "../endpoint/configuration/parsePhone.ts";
import { proposeKey } from "../endpoint/configuration/proposals/proposeText.ts";
import type { Answers } from "./firstAnswers.ts";

/** A configuration that an owner completes: `tracked` and the conditions are his. */
export function firstConfiguration({ mode, number, origin }: Answers, schema: string) {
  const { hostname } = new URL(origin.replace("*.", "www."));
  const region = parsePhone(number)?.country;
  return {
    $schema: schema,
    sites: [
      {
        // The script's URL names it: the host without what all hosts have in common.
        key: proposeKey(hostname.replace(/^www\./, "").replace(/\.[^.]+$/, "")) ?? "my-site",
        name: hostname,
        origins: [origin],
        mode,
        ...(region && { region }),
        numbers: [{ id: "main", number }],
        ...(mode === "invisible" ? {} : { conditions: [], consent: { manager: "auto" } }),
      },
    ],
  };
}
