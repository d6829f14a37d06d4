import type { ConsentSettings } from "../../../vocabulary/site.ts";
import type { Adapter, Answer } from "../Adapter.ts";

type Flags = Record<string, boolean | undefined>;

interface TcData {
  eventStatus?: string;
  gdprApplies?: boolean;
  isServiceSpecific?: boolean;
  tcString?: string;
  cmpId?: number;
  cmpVersion?: number;
  purpose?: { consents?: Flags };
  vendor?: { consents?: Flags; disclosedVendors?: Flags; vendorsDisclosed?: Flags };
  publisher?: { restrictions?: Record<string, Record<string, number | undefined> | undefined> };
}

type Listener = (data: TcData | null | undefined, success: boolean) => void;
type TcfApi = (command: string, version: number, callback: Listener) => void;

const LOCATOR = "__tcfapiLocator";
const MAX_SIGNAL = 8192;

const api = () => {
  const { __tcfapi: found } = window as { __tcfapi?: TcfApi };
  return typeof found === "function" ? found : undefined;
};

/** The nearest ancestor that hosts the framework, when we are in an iframe. */
function locatorFrame(): Window | undefined {
  for (let frame: Window = window; frame !== frame.parent; ) {
    frame = frame.parent;
    try {
      if (LOCATOR in frame.frames) return frame;
    } catch {
      // Another origin: named frames are visible there too, but some browsers throw.
    }
  }
  return undefined;
}

function allows(data: TcData, { vendor, purposes }: ConsentSettings): boolean {
  const given = (flags: Flags | undefined, id: number) => flags?.[id] === true;
  const { consents, disclosedVendors, vendorsDisclosed } = data.vendor || {};
  const disclosed = disclosedVendors || vendorsDisclosed || {};
  return (
    purposes.every(
      (purpose) =>
        given(data.purpose?.consents, purpose) &&
        // 0: not allowed; 2: legitimate interest, which never allows storing.
        ![0, 2].includes(data.publisher?.restrictions?.[purpose]?.[vendor] as number),
    ) &&
    // Strings older than TCF 2.3 disclose nobody: the object is absent or empty.
    (!vendor || (given(consents, vendor) && (!Object.keys(disclosed)[0] || given(disclosed, vendor))))
  );
}

/** IAB TCF 2.2 and 2.3, in the same frame or through the locator of an ancestor. */
export const tcf: Adapter = {
  name: "tcf",
  tier: 1,
  detect: () => !!api() || !!locatorFrame(),
  install(emit, settings) {
    const { vendor, purposes } = settings;
    let decided = false;
    let wait = 50;
    const hear: Listener = (data, success) => {
      if (!success || !data) return;
      const { eventStatus, gdprApplies, tcString = "", cmpId, cmpVersion } = data;
      // On reopening, `cmpuishown` repeats the old choices: it is no decision.
      if (eventStatus !== "tcloaded" && eventStatus !== "useractioncomplete") {
        if (!decided) emit({ status: "pending" });
        return;
      }
      decided = true;
      const answer: Answer = {
        status: "not_applicable",
        own: vendor > 0,
        key: `${vendor}`,
        signal: (vendor ? tcString : `purposes ${purposes} ${tcString}`).slice(0, MAX_SIGNAL),
        version: `${cmpId}.${cmpVersion}`,
      };
      if (gdprApplies !== false)
        answer.status =
          data.isServiceSpecific === false ? "unknown" : allows(data, settings) ? "granted" : "denied";
      emit(answer);
    };
    const callId = `mgt${Math.random()}`;
    const listen = () => {
      const found = api();
      const frame = !found && locatorFrame();
      if (found) found("addEventListener", 2, hear);
      else {
        // The reference stub forgets the frame that asked, so it is asked again until it has decided;
        // and a manager may come at any time. Waiting only ever ends in an answer, never in a grant.
        if (frame)
          frame.postMessage({ __tcfapiCall: { command: "addEventListener", version: 2, callId } }, "*");
        if (!decided) {
          wait = Math.min(wait * 1.5, 2000);
          setTimeout(listen, wait);
        }
      }
    };
    addEventListener("message", ({ data }) => {
      try {
        const answer = (typeof data === "string" ? JSON.parse(data) : data)?.__tcfapiReturn;
        if (answer?.callId === callId) hear(answer.returnValue, answer.success);
      } catch {
        // Somebody else's message.
      }
    });
    listen();
  },
};
