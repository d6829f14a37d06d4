/** Whether this runs from the sources, and not from the bundle that the published package has in `dist/cli/`. */
export const isFromSource: boolean = import.meta.url.endsWith(".ts");
