// src/vocabulary/patterns.ts
function matchesPattern(pattern, value) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return value === pattern;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
function matchesHost(pattern, host) {
  const wanted = pattern.toLowerCase();
  const given = host.toLowerCase();
  return matchesPattern(wanted, given) || wanted[0] !== "*" && matchesPattern(`*.${wanted}`, given);
}

export {
  matchesPattern,
  matchesHost
};
