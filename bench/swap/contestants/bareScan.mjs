/** Changes nothing: what the browser itself takes to find the texts that hold the number's last digits. */
export function run() {
  const found = document.evaluate('//text()[contains(., "89")]', document, null, 6);
  let length = 0;
  for (let at = 0; at < found.snapshotLength; at++) length += found.snapshotItem(at)?.nodeValue?.length ?? 0;
  return length;
}
