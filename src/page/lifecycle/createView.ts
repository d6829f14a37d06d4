import type { View } from "../entry/decide.ts";

/** Describes a page view. The language and the device are looked at only if a condition asks. */
export function createView(arrival: boolean, url: string): View {
  const view = { url, referrer: document.referrer, arrival, at: Date.now() } as View;
  if (HAS.language) Object.defineProperty(view, "language", { get: () => `${navigator.languages[0] || ""}` });
  if (HAS.device)
    Object.defineProperty(view, "device", {
      get() {
        const { userAgentData, userAgent } = navigator as Navigator & { userAgentData?: { mobile: boolean } };
        return (userAgentData?.mobile ?? /Mobi/.test(userAgent)) ? "mobile" : "desktop";
      },
    });
  return view;
}
