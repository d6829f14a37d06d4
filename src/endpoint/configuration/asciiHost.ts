import { domainToASCII } from "node:url";

/** A host as browsers write it; label by label, since one with `*` is no host. */
export const asciiHost = (host: string): string =>
  host
    .toLowerCase()
    .split(".")
    .map((label) => (/[^ -~]/.test(label) ? domainToASCII(label) || label : label))
    .join(".");
