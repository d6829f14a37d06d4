/// <reference path="../page/ground/globals.d.ts" />

/**
 * The page's code is compiled with the constant `HAS`, which leaves out what a site does not use. Where it
 * runs from source, nothing is left out. To be imported before any of it.
 */
const scope = globalThis as { HAS?: object };
scope.HAS ??= new Proxy({}, { get: () => true });
