import { CmpApi } from "@iabtechlabtcf/cmpapi";
import { encodeChoice, VENDOR } from "./encodeChoice.ts";

/**
 * A small TCF manager made of the reference implementation: its `CmpApi` answers the framework's calls, its
 * `TCString` is what is stored, in the cookie that TCF managers use by custom.
 */

interface Panel {
  title: string;
  isDecided: boolean;
  onOpen(isReopened: boolean): void;
  onChoice(granted: boolean): void;
}

const COOKIE = "euconsent-v2";
const api = new CmpApi(300, 7, true);
let current = document.cookie.match(`(?:^|; )${COOKIE}=([^;]*)`)?.[1] ?? "";

if (current) api.update(current, false);

(window as unknown as { cmpPanel(panel: Panel): void }).cmpPanel({
  title: "IAB TCF",
  isDecided: !!current,
  onOpen: () => api.update(current, true),
  onChoice(granted) {
    current = encodeChoice(granted ? { purposes: [1, 8], vendors: [VENDOR] } : {});
    // biome-ignore lint/suspicious/noDocumentCookie: what managers do; the Cookie Store API is not everywhere
    document.cookie = `${COOKIE}=${current}; path=/; max-age=15552000; SameSite=Lax`;
    api.update(current, false);
  },
});
