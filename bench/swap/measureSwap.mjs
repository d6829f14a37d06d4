const VIEWPORT = { width: 1280, height: 800 };

/**
 * The first swap of one contestant, cold: a new context, document and engine, its script in the head. In
 * one task the content is put in and laid out, then the contestant is called and the page laid out again:
 * nothing of ours that waits for a frame gets in between.
 *
 * @returns milliseconds: `call`, `layout` by the clock; `cpu`, of the call, those that the page's thread had,
 *   whatever else the machine did
 */
export async function measureSwap(browser, origin, { contestant, size, rate }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/${contestant.file}`);
    // What fetching it leaves behind is no part of what is timed.
    await page.evaluate(fetchContent, size);
    const session = await context.newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    await browser.startTracing(page, { categories: ["blink.user_timing"] });
    const { call, layout } = await page.evaluate(timeSwap);
    return { call, layout, cpu: cpuBetween(await browser.stopTracing(), "called", "returned") ?? call };
  } finally {
    await context.close();
  }
}

/** The same swap, not timed: what it did to the page. */
export async function checkSwap(browser, origin, { contestant, size }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/${contestant.file}`);
    return await page.evaluate(compareSwap, { size, inserted: contestant.inserted });
  } finally {
    await context.close();
  }
}

/** Thread time between two marks, where the system counts it. */
function cpuBetween(trace, from, to) {
  const { traceEvents } = JSON.parse(trace.toString());
  const at = (mark) => traceEvents.find(({ name, cat }) => name === mark && cat === "blink.user_timing")?.tts;
  const microseconds = at(to) - at(from);
  return microseconds > 0 ? microseconds / 1_000 : undefined;
}

/** Runs in the page. */
async function fetchContent(size) {
  window.content = await (await fetch(`/${size}/html`)).text();
}

/** Runs in the page. */
function timeSwap() {
  document.body.innerHTML = window.content;
  void document.body.offsetHeight;
  performance.mark("called");
  const called = performance.now();
  window.run();
  const returned = performance.now();
  performance.mark("returned");
  void document.body.offsetHeight;
  return { call: returned - called, layout: performance.now() - returned };
}

/** Runs in the page: compares every text and attribute with what it should be now. */
async function compareSwap({ size, inserted }) {
  const read = async (name) => (await fetch(`/${size}/${name}`)).text();
  const [html, expected] = await Promise.all(["html", "expected"].map(read));
  const nodesOf = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  /** Texts by element, and attributes, in one list: the same list for the same page. */
  const contentOf = (root) =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : "\n")).join(""),
      ...[...element.attributes].map(({ value }) => value),
    ]);
  const parse = (text) => {
    const { body } = new DOMParser().parseFromString(text, "text/html");
    return contentOf(body);
  };

  document.body.innerHTML = html;
  const before = nodesOf(document.body);
  let heard = 0;
  const buttons = document.querySelectorAll(".button");
  for (const button of buttons) button.addEventListener("ping", () => heard++);
  window.run();
  const after = nodesOf(document.body);
  for (const button of document.querySelectorAll(".button")) button.dispatchEvent(new Event("ping"));

  const copy = /** @type {Element} */ (document.body.cloneNode(true));
  if (inserted)
    for (const wrapper of copy.querySelectorAll(inserted)) wrapper.replaceWith(...wrapper.childNodes);
  copy.normalize();
  const [is, was, should] = [contentOf(copy), parse(html), parse(expected)];
  const result = { texts: 0, links: 0, wrong: 0 };
  for (const [at, want] of should.entries()) {
    if (is[at] !== want) result.wrong += want === was[at] || is[at] !== was[at] ? 1 : 0;
    else if (want !== was[at]) result[want.startsWith("tel:") ? "links" : "texts"]++;
  }
  return {
    ...result,
    // A page of another length cannot be compared place by place.
    wrong: is.length === should.length ? result.wrong : Number.NaN,
    nodesKept: before.length === after.length && before.every((node, at) => node === after[at]),
    listenersKept: heard === buttons.length,
  };
}
