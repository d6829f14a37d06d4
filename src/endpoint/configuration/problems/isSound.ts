import { COMPARISONS } from "../siteSchema.ts";
import { list, record } from "./readLoosely.ts";

/** Comparing rules makes sense only where the schema would accept them; their own faults are told elsewhere. */
export function isSound(when: unknown): boolean {
  const value = record(when);
  const children = [value.all, value.any].filter((child) => child !== undefined);
  return (
    Object.keys(value).filter((key) => !COMPARISONS.includes(key)).length === 1 &&
    children.every((child) => list(child).length > 0 && list(child).every(isSound)) &&
    (value.not === undefined || isSound(value.not)) &&
    [value.is, value.starts, value.contains, value.like].every(
      (item) => item === undefined || typeof item === "string",
    ) &&
    (value.in === undefined ||
      (Array.isArray(value.in) && value.in.every((item) => typeof item === "string"))) &&
    (value.pages === undefined || typeof value.pages === "object")
  );
}
