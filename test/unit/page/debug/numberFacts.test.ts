import { Window } from "happy-dom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { numberFacts } from "../../../../src/page/debug/facts/numberFacts.ts";
import { siteOf } from "../../../../src/page/debug/siteOf.ts";

const OWN = "+33123456789";
const SHOWN = "+33184880000";

beforeEach(() => {
  vi.stubGlobal("SITE", "");
});
afterEach(() => vi.unstubAllGlobals());

function placesIn(body: string) {
  const window = new Window();
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("CSS", { escape: (name: string) => name.replace(":", "\\:") });
  window.document.body.innerHTML = body;
  const site = siteOf({
    key: "garage",
    mode: "invisible",
    numbers: [{ id: "main", number: OWN, tracked: SHOWN }],
  });
  const [main] = numberFacts(site, [{ number: OWN, tracked: SHOWN }]);
  return main?.places.map(({ is, kind, reason }) => [is, kind, reason].filter(Boolean).join(" "));
}

describe("each place of a number, and why it is left alone", () => {
  test.each([
    ["<p>01 84 88 00 00</p>", ["swapped text"]],
    ["<p>0<b>1 84 88</b> 00 00</p>", ["swapped text"]],
    ["<p>Tél. 01 23 45 67 89</p>", ["left text late"]],
    ["<p>REF01 23 45 67 89</p>", ["left text lettered"]],
    ["<p>n 01 23 45 67 89 €</p>", ["left text priced"]],
    ["<p>#01 23 45 67 89 x</p>", ["left text signed"]],
    ["<p>voir shop.example/0123456789</p>", ["left text address"]],
    ["<p>SIRET 01 23 45 67 89 00012</p>", ["left text longer"]],
    ["<p>01 23 45 67 89 / 80</p>", ["left text shared"]],
    ["<p contenteditable>01 23 45 67 89</p>", ["left text excluded"]],
    ["<p data-mgt-noswap>01 23 45 67 89</p>", ["left text excluded"]],
    ["<textarea>01 23 45 67 89</textarea>", ["left text excluded"]],
    ['<script type="application/ld+json">{"telephone":"01 23 45 67 89"}</script>', ["left text excluded"]],
    ["<script>var phone = '01 23 45 67 89'</script>", []],
    ["<p>01_23_45_67_89</p>", ["left text form"]],
    ["<table><tr><td>01 23</td><td>45 67 89</td></tr></table>", ["left text split"]],
    ['<p title="01 23 45 67 89">x</p>', ["left title late"]],
    [`<a href="tel:${SHOWN}">Appeler</a>`, ["swapped href"]],
    [`<a href="tel:${OWN}" data-mgt-noswap>Appeler</a>`, ["left href excluded"]],
    ["<p>++33 1 23 45 67 89</p>", ["left text lettered"]],
    ["<p>A<b>01 23 45 67 89</b></p>", ["left text lettered"]],
    ["<p><b>A</b>01 23 45 67 89</p>", ["left text late"]],
    ["<p>01 23 45 67 89<b>€</b></p>", ["left text signed"]],
    ["<p>FR76 0123456789</p>", ["left text longer"]],
    ["<p>0123456789@shop.example</p>", ["left text address"]],
    ["<p>01 23 45 ------ 67 89</p>", ["left text form"]],
    ['<p data-mgt-swap="other">01 23 45 67 89</p>', ["left text other"]],
    ['<p data-mgt-swap="main">REF01 23 45 67 89</p>', ["left text late"]],
    ['<p data-mgt-swap="main">01 23 45 67 89 / 80</p>', ["left text shared"]],
    ['<p data-mgt-swap="main"><b data-mgt-noswap>01 23 45 67 89</b></p>', ["left text excluded"]],
    [`<a href="tel:${OWN}">REF01 23 45 67 89</a>`, ["left text late", "left href late"]],
    [`<a href="tel:${OWN}">01 23 45 67 89 / 80</a>`, ["left text shared", "left href shared"]],
    ["<p>rien</p>", []],
  ])("%s", (body, expected) => {
    expect(placesIn(body)).toEqual(expected);
  });
});
