import { describe, expect, test } from "vitest";
import { jsonForHtml, render } from "../../../demo/server/render.ts";

describe("render", () => {
  test("escapes what is not declared raw, once", () => {
    expect(render("<p>{{a}}</p>{{{b}}}", { a: `<i> & "'`, b: "<b>{{a}}</b>" })).toBe(
      "<p>&lt;i&gt; &amp; &quot;&#39;</p><b>{{a}}</b>",
    );
  });

  test.each(["missing", "constructor", "__proto__"])("refuses the unknown name %s", (name) => {
    expect(() => render(`{{${name}}}`, {})).toThrow(name);
  });
});

test("jsonForHtml cannot close the element that holds it", () => {
  const value = { text: "</script><script>" };
  expect(jsonForHtml(value)).not.toContain("<");
  expect(JSON.parse(jsonForHtml(value))).toEqual(value);
});
