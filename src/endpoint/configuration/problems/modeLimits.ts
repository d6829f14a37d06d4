import { MODES } from "../../../vocabulary/modes.ts";
import type { Context } from "./Context.ts";

export function modeLimits({ path, site, mode, error, warn }: Context): void {
  if (!mode) return;
  const { probabilistic } = site;
  if ((probabilistic === "refused" || probabilistic === "always") && !MODES[mode].probabilistic)
    error(
      `${path}.probabilistic`,
      "not_in_mode",
      `mode ${mode} has no probabilistic option`,
      probabilistic,
      `"off"`,
    );
  if (site.callClicks === true && !MODES[mode].callClicks)
    warn(
      `${path}.callClicks`,
      "not_in_mode",
      `mode ${mode} collects no taps on links`,
      true,
      "false, or a mode from origine up",
    );
}
