import { memberPath } from "../jsonPath.ts";
import type { Context } from "./Context.ts";
import { list, text } from "./readLoosely.ts";

export function params({ path, site, warn }: Context): void {
  for (const [index, name] of list(site.params).entries())
    if (/^\*+$/.test(text(name) ?? ""))
      warn(
        memberPath(`${path}.params`, index),
        "keeps_everything",
        "every parameter of every URL is kept, personal data included",
        name,
        "names of parameters",
      );
}
