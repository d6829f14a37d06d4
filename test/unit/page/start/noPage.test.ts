import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** Runs a program in a Node of its own, where nothing has prepared a global. */
function bare(program: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

const WARNING =
  "mgt: start() does nothing where there is no page, such as on a server; call it in the browser";

const SITE = `{
  key: "mod-server", mode: "parcours", numbers: [{ id: "main", number: "+33123456789", tracked: "+33184880000" }],
}`;

describe.each(["mgt-snippet", "./src/page/start/module.ts"])("%s where there is no page", (module) => {
  test("is imported", () => {
    expect(bare(`await import("${module}")`)).toEqual({ status: 0, out: "", err: "" });
  });

  test("start() says once that it does nothing, and nothing it gives does anything", () => {
    const { status, out, err } = bare(`
      import { start } from "${module}";
      const told = [];
      start(${SITE});
      const mgt = start(${SITE});
      mgt.on("ready", () => told.push("ready"));
      mgt.off("ready", () => {});
      mgt.consent(true);
      mgt.object();
      mgt.page("/next");
      mgt.forget();
      told.push(mgt.swap());
      const stop = mgt.number("+33123456789", (tracked) => told.push(tracked));
      told.push(stop());
      mgt.export((copy) => told.push(copy));
      await null; await null;
      console.log(JSON.stringify(told));
    `);
    expect({ status, err, told: JSON.parse(out) }).toEqual({
      status: 0,
      err: WARNING,
      told: [0, "+33123456789", null, null],
    });
  });

  test("a throwing callback is reported and hurts nothing", () => {
    const { status, out, err } = bare(`
      import { start } from "${module}";
      const mgt = start(${SITE});
      const fails = () => { throw new Error("the page's own"); };
      mgt.number("+33123456789", fails);
      mgt.export(fails);
      console.log("on it goes");
    `);
    expect({ status, out }).toEqual({ status: 0, out: "on it goes" });
    expect(err.match(/mgt: Error: the page's own/g)).toHaveLength(2);
  });
});

const RENDERED = '<p><a href="tel:+33123456789">01 23 45 67 89</a></p>';

test("a React component that starts it is rendered on a server", () => {
  const { status, out, err } = bare(`
    import { createElement, useEffect, useState } from "react";
    import { renderToString } from "react-dom/server";
    import { start } from "mgt-snippet";
    function Phone() {
      const [number, setNumber] = useState("+33123456789");
      useEffect(() => start(${SITE}).number("+33123456789", setNumber), []);
      return createElement("p", null, createElement("a", { href: "tel:" + number }, "01 23 45 67 89"));
    }
    console.log(renderToString(createElement(Phone)));
  `);
  expect({ status, out, err }).toEqual({ status: 0, out: RENDERED, err: "" });
});

test("a Vue component that starts it in its setup is rendered on a server, with the owner's number", () => {
  const { status, out, err } = bare(`
    import { createSSRApp, h, ref } from "vue";
    import { renderToString } from "vue/server-renderer";
    import { start } from "mgt-snippet";
    const phone = {
      setup() {
        const number = ref("");
        start(${SITE}).number("+33123456789", (tracked) => { number.value = tracked; });
        return () => h("p", h("a", { href: "tel:" + number.value }, "01 23 45 67 89"));
      },
    };
    console.log(await renderToString(createSSRApp(phone)));
  `);
  expect({ status, out, err }).toEqual({ status: 0, out: RENDERED, err: WARNING });
});
