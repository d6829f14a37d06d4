// src/endpoint/report/localDay.ts
var QUARTER = 15 * 6e4;
var days = /* @__PURE__ */ new Map();
var formats = /* @__PURE__ */ new Map();
function localDay(time, timeZone) {
  let quarters = days.get(timeZone);
  if (!quarters) {
    quarters = /* @__PURE__ */ new Map();
    days.set(timeZone, quarters);
  }
  const quarter = Math.floor(time / QUARTER);
  let day = quarters.get(quarter);
  if (day === void 0) {
    let format = formats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat("en-CA", {
        timeZone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit"
      });
      formats.set(timeZone, format);
    }
    day = format.format(quarter * QUARTER);
    if (quarters.size > 1e4) quarters.clear();
    quarters.set(quarter, day);
  }
  return day;
}
var DAY = 864e5;
var WIDEST_OFFSET = 14 * 36e5;
function outerBounds(from, to) {
  return { after: Date.parse(from) - WIDEST_OFFSET, before: Date.parse(to) + DAY + WIDEST_OFFSET };
}
function addDays(day, count) {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

export {
  localDay,
  outerBounds,
  addDays
};
