import type { Arrival } from "../explain/explain.ts";
import type { SampleRow } from "./readSample.ts";

/** A row of a sample, or the options of one arrival, as an arrival: what is wrong with it is told by who explains it. */
export function arrivalOf({ pages, at, site: _site, ...texts }: SampleRow): Arrival {
  return {
    url: "",
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)])),
    ...(pages === undefined ? {} : { pages: Number(pages) }),
    ...(at === undefined ? {} : { at }),
  };
}
