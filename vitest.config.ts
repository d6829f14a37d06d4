import { defineConfig } from "vitest/config";
import { ALL_FEATURES } from "./src/endpoint/script/scriptOptions.ts";

export default defineConfig({
  // What esbuild fills in when it builds the script: here everything, as in the static file.
  define: {
    ...Object.fromEntries(Object.keys(ALL_FEATURES).map((name) => [`HAS.${name}`, "true"])),
    BUILD: '"test"',
    SCRIPT: '"./mgt.js"',
    OVERLAY: '"./mgt.debug.js"',
    IS_MODULE: "true",
    REASONS: "true",
  },
  test: {
    include: ["test/unit/**/*.test.ts", "src/managers/**/*.test.ts", "test/endpoint/**/*.test.ts"],
    environment: "node",
    // A loaded machine takes three times as long; what hangs, hangs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
