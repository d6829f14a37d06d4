import { defineConfig } from "playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "../findChromium.ts";

/** Managers by scenarios and random sequences: `npm run test:consent` prints their table. */
const CONSENT = /(consent|fence)\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  reporter: "list",
  projects: [
    { name: "behaviour", testIgnore: CONSENT },
    { name: "consent", testMatch: CONSENT },
  ],
  use: {
    browserName: "chromium",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...CHROMIUM_FLAGS,
        // Every name is this machine: no test can reach another one.
        "--host-resolver-rules=MAP * 127.0.0.1",
      ],
    },
  },
});
