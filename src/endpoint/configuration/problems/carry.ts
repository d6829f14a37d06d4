import type { Context } from "./Context.ts";

export function carry({ path, site, warn }: Context): void {
  if (site.carry === true)
    warn(
      `${path}.carry`,
      "not_yet",
      "accepted, but this version carries sources within their tab only",
      true,
      '"tab"',
    );
}
