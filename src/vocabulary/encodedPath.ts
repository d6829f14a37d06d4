/** A path as browsers write it, percent-encoded. */
export const encodedPath = (path: string): string =>
  path.toWellFormed().replace(/[^!-~]+|["<>`{}]/g, (part) => encodeURIComponent(part));
