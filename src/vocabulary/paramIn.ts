/** A query parameter: an empty one is absent, also where another of its name follows it. */
export const paramIn = ({ searchParams }: URL, name: string): string | undefined =>
  searchParams.getAll(name).find(Boolean);
