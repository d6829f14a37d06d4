import { test as base } from "playwright/test";
import { TestServer } from "./TestServer.ts";
import { TestSite } from "./TestSite.ts";

let count = 0;

export const test = base.extend<{ site: TestSite }, { server: TestServer }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await TestServer.start();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  site: async ({ server, context }, use) => {
    count += 1;
    const site = new TestSite(server, `t${count}`);
    context.on("request", (request) =>
      site.browserRequests.push({ method: request.method(), url: request.url() }),
    );
    await context.addInitScript(() => {
      window.seen = [];
      window.violations = [];
      for (const name of ["ready", "swap", "consent"])
        document.addEventListener(`mgt:${name}`, (event) =>
          window.seen.push({ type: event.type, detail: (event as CustomEvent).detail }),
        );
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
        window.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    await use(site);
  },
});

export { expect } from "playwright/test";
