import { afterAll, beforeAll, expect, test } from "vitest";
import { Copy } from "./Copy.ts";

// A new leaf is one file (and its cases, which no script needs).
let copy: Copy;
beforeAll(() => {
  copy = new Copy();
  copy.add("weekday.ts", "rules");
}, 60_000);
afterAll(() => copy.remove());

test("interpreter, compiler, implications, completion, problems and descriptions know it", () => {
  const found = copy.run(`
    const when = (name) => import("./src/vocabulary/when/" + name + ".ts");
    const { matches } = await when("matches");
    const { compileRules } = await when("compileRules");
    const { implies } = await when("implies");
    const { completeWhen } = await when("completeWhen");
    const { leafProblems } = await when("leafProblems");
    const { describeFailure } = await when("describeFailure");
    const { inWords } = await when("inWords");
    const monday = { view: { at: Date.parse("2026-11-23T12:00:00Z") } };
    const [weekend, working] = [{ weekday: [6, 0] }, { weekday: [1, 2, 3, 4, 5] }];
    console.log(JSON.stringify({
      interpreted: [weekend, working, { not: working }].map((rule) => matches(rule, monday)),
      compiled: compileRules([weekend]),
      implied: [implies({ weekday: [6] }, weekend), implies(weekend, working)],
      completed: completeWhen({ any: [weekend] }, {}),
      problems: leafProblems({ weekday: [] }).map(({ code }) => code),
      failure: describeFailure(weekend, monday),
      words: [inWords({ not: weekend }, "en"), inWords(weekend, "fr")],
    }));
  `);
  expect(found).toEqual({
    interpreted: [false, true, false],
    compiled: "([6,0].includes(new Date(view.at).getUTCDay()))?0:1",
    implied: [true, false],
    completed: { any: [{ weekday: [0, 6] }] },
    problems: ["never_matches"],
    failure: '{"weekday":[6,0]}, but it is day 1',
    words: ["not (weekday 6, 0)", "jour 6, 0"],
  });
});

test("a configuration may name it, and the script that is served holds it as code", () => {
  const found = copy.run(`
    const { checkConfiguration } = await import("./src/endpoint/configuration/checkConfiguration.ts");
    const { compileScript } = await import("./src/endpoint/script/compileScript.ts");
    const site = (weekday) => JSON.stringify({ sites: [{
      key: "garage", mode: "rotation",
      numbers: [{ id: "main", number: "+33123456789" }],
      conditions: [{ id: "weekend", source: "Weekend", when: { weekday }, numbers: { main: "+33184880001" } }],
    }] });
    const { sites, errors } = checkConfiguration(site([0, 6]));
    const { body } = await compileScript(sites[0]);
    const wrong = checkConfiguration(site([7])).errors;
    console.log(JSON.stringify({
      errors,
      wrong: wrong.map(({ path, code }) => [path, code]),
      isCompiled: body.includes("getUTCDay()"),
      isInterpreted: body.includes("weekday"),
    }));
  `);
  expect(found).toEqual({
    errors: [],
    wrong: [["$.sites[0].conditions[0].when.weekday[0]", "range"]],
    isCompiled: true,
    isInterpreted: false,
  });
}, 30_000);

test("it compiles; a list without its row does not", () => {
  expect(copy.compileVocabulary()).toBe("");
  copy.replace("when/matchers.ts", "  weekday,\n", "");
  copy.replace("when/leaves.ts", "  weekday,\n", "");
  const findings = copy.compileVocabulary();
  for (const file of ["matchers", "leaves"])
    expect(findings).toMatch(new RegExp(`when/${file}\\.ts.*'weekday' is missing`));
}, 60_000);
