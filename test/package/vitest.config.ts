import { defineConfig } from "vitest/config";

/** A step of its own: it packs and installs, which no other test waits for. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    environment: "node",
    hookTimeout: 240_000,
    testTimeout: 60_000,
  },
});
