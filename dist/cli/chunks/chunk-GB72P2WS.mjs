// src/vocabulary/swapsOf.ts
function swapsOf({ numbers }, condition) {
  return numbers.flatMap(({ id, number, tracked: fallback }) => {
    const tracked = condition?.numbers[id] || fallback;
    return tracked ? { number, tracked } : [];
  });
}
var trackedNumbers = (site, conditions) => [void 0, ...conditions].flatMap((condition) => swapsOf(site, condition));

// src/vocabulary/insideHosts.ts
function insideHosts({ origins, referrerIgnore }) {
  return [...origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")), ...referrerIgnore];
}

// src/vocabulary/parseUrl.ts
function parseUrl(href) {
  try {
    return new URL(href);
  } catch {
    return void 0;
  }
}

export {
  swapsOf,
  trackedNumbers,
  parseUrl,
  insideHosts
};
