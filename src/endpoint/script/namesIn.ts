/** Every key in a configuration, at any depth: what its owner has named is not ours to shorten. */
export function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [name, ...namesIn(child)]);
}
