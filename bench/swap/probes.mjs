/** Scripts for the head of a measured page, in their own words: they run before everything else there. */

const asScript = (probe, argument) => `<script>(${probe})(${JSON.stringify(argument)})</script>`;

/** Adds up layout shifts, whoever caused them: `window.layoutShift()` is their sum. */
export const noteShifts = () =>
  asScript(() => {
    let sum = 0;
    const add = (entries) => {
      for (const { value } of entries) sum += value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    window.layoutShift = () => {
      // What is not yet delivered counts too.
      add(observer.takeRecords());
      return sum;
    };
  });

/**
 * Counts in `window.seen` the frames, those that are painted with the owner's number in a text or a link
 * (`wrong`), and those of them where such a text is in the window (`shown`), or such a link (`dialled`). An element is resized in each frame:
 * observers of sizes are called after all that runs before a frame, and after layout, just before that frame
 * is painted.
 *
 * @param {{ written: string, dialled: string }} own
 */
export const noteFrames = (own) =>
  asScript(({ written, dialled }) => {
    // A stretch of a longer identifier is no phone number.
    const isNumber = new RegExp(`(?<!\\d ?)${written}(?! ?\\d)`);
    /** Elements that hold the owner's number. */
    window.wrongPlaces = () => {
      const places = [...document.querySelectorAll(`a[href="tel:${dialled}"]`)];
      const found = document.evaluate(`//body//text()[contains(., "${written}")]`, document, null, 6);
      for (let at = 0; at < found.snapshotLength; at++) {
        const { data, parentElement } = /** @type {Text} */ (found.snapshotItem(at));
        if (parentElement && parentElement.localName !== "script" && isNumber.test(data))
          places.push(parentElement);
      }
      return places;
    };
    const isInWindow = (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    window.seen = { frames: 0, wrong: 0, shown: 0, dialled: 0 };
    const resized = document.createElement("div");
    resized.style.cssText = "position: fixed; height: 1px; visibility: hidden";
    document.documentElement.append(resized);
    let width = 0;
    const look = () => {
      const places = window.wrongPlaces();
      window.seen.frames++;
      if (places.length > 0) window.seen.wrong++;
      const inWindow = places.filter(isInWindow);
      if (inWindow.some((place) => isNumber.test(place.textContent))) window.seen.shown++;
      if (inWindow.some((place) => !isNumber.test(place.textContent))) window.seen.dialled++;
    };
    const onFrame = () => {
      width = 1 - width;
      resized.style.width = `${width}px`;
      // A new one each time: observers are called in the order in which they were made.
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        look();
      });
      observer.observe(resized);
      requestAnimationFrame(onFrame);
    };
    onFrame();
  }, own);
