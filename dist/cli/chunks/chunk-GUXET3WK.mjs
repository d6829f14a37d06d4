// src/vocabulary/insideHosts.ts
function insideHosts({ origins, referrerIgnore }) {
  return [...origins.map((origin) => origin.replace(/^\w+:\/\/|:\d+$/g, "")), ...referrerIgnore];
}

export {
  insideHosts
};
