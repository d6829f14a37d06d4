import { expect, test } from "vitest";
import { readmeHtml } from "../../../demo/server/readmePage.ts";

test.each([
  ["# A double", "<h1>A double</h1>"],
  ["two\nlines", "<p>two lines</p>"],
  ["a `<b>` & **c**", "<p>a <code>&lt;b&gt;</code> &amp; <strong>c</strong></p>"],
  [
    "[text](https://x.example/a) and <https://x.example/?a&b>",
    '<p><a href="https://x.example/a" rel="noreferrer">text</a> and <a href="https://x.example/?a&amp;b" rel="noreferrer">https://x.example/?a&amp;b</a></p>',
  ],
  ["[text](javascript:alert(1)) <img src=x>", "<p>[text](javascript:alert(1)) &lt;img src=x&gt;</p>"],
  ["- one\n  more\n- two", "<ul><li>one more</li>\n<li>two</li></ul>"],
  [
    "| a | b |\n|---|---|\n| `c` | d |",
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>c</code></td><td>d</td></tr></tbody></table>",
  ],
])("%j is written as %s", (markdown, html) => {
  expect(readmeHtml(markdown)).toBe(html);
});
