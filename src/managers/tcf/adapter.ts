import type { ConsentSettings } from "../../vocabulary/site.ts";
import type { Adapter, Answer, Choice } from "../Adapter.ts";

type Flags = Record<string, boolean | undefined>;

interface TcData {
  cmpStatus?: string;
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

declare global {
  interface Window {
    __tcfapi?: (command: string, version: number, callback: Listener) => void;
  }
}

/** The proof keeps so much of a string; with many publisher restrictions it may be longer. */
const MAX_STRING_LENGTH = 8192;

const isInFrame = () => typeof window.__tcfapi !== "function";

/** The nearest ancestor that hosts the framework, when we are in an iframe. */
function locatorFrame(): Window | undefined {
  for (let frame: Window = window; frame !== frame.parent; ) {
    frame = frame.parent;
    try {
      // Read, not `in`: in a window of another origin that throws for any name, this only for one that is not there
      // ("of another website: the answer crosses the border" in `tcf.spec.ts`).
      if (frame.frames["__tcfapiLocator" as never]) return frame;
    } catch {
      // Further up.
    }
  }
  return undefined;
}

function allows(
  { purpose, vendor: about, publisher }: TcData,
  { vendor, purposes }: ConsentSettings,
): boolean {
  const given = (flags: Flags | undefined, id: number) => flags?.[id] === true;
  const disclosed = about?.disclosedVendors || about?.vendorsDisclosed || {};
  return (
    // Nothing to ask about is nothing consented.
    (vendor > 0 || purposes.length > 0) &&
    purposes.every(
      (id) =>
        given(purpose?.consents, id) &&
        // 0: not allowed; 2: legitimate interest, which never allows storing.
        ![0, 2].includes(publisher?.restrictions?.[id]?.[vendor] as number),
    ) &&
    // Strings older than TCF 2.3 disclose nobody: the object is absent or empty.
    (!vendor || (given(about?.consents, vendor) && (!Object.keys(disclosed)[0] || given(disclosed, vendor))))
  );
}

/** IAB TCF 2.2 and 2.3, in the same frame or through the locator of an ancestor. */
export const tcf = (): Adapter => {
  /** What the framework said last, and its proof. */
  let choice: Choice;
  let proof: Partial<Answer> | undefined;
  let isLong = false;
  return {
    name: "tcf",
    tier: 1,
    detect: () => !isInFrame() || locatorFrame(),
    read: () => choice,
    doubt: () =>
      isLong &&
      `its string is longer than ${MAX_STRING_LENGTH} characters, the proof keeps its beginning; ask it for fewer publisher restrictions`,
    describe: () => proof,
    watch(hear, settings) {
      const { vendor, purposes } = settings;
      const listener: Listener = (data, success) => {
        // On reopening, `cmpuishown` repeats the old choices: it is no decision ("cmpuishown is no decision" in
        // `tcf.spec.ts`).
        if (!success || !data || !/^(tcloaded|useractioncomplete)$/.test(`${data.eventStatus}`)) return;
        const { tcString = "" } = data;
        choice =
          data.gdprApplies === false
            ? null
            : // A string for a group of sites has been invalid since TCF 2.2; without one there is no proof, and a
              // manager in error answers nothing.
              data.isServiceSpecific === false || !tcString || data.cmpStatus === "error"
              ? undefined
              : allows(data, settings);
        const signal = vendor ? tcString : `purposes ${purposes} ${tcString}`;
        isLong = signal.length > MAX_STRING_LENGTH;
        proof = {
          own: vendor > 0,
          key: `${vendor}`,
          // Never cut without saying so: what is left of it is no whole string.
          signal: isLong ? `cut, of ${signal.length} characters: ${signal}` : signal,
          version: `${data.cmpId}.${data.cmpVersion}`,
        };
        hear();
      };
      if (!isInFrame()) {
        window.__tcfapi?.("addEventListener", 2, listener);
        return;
      }
      const ours = `mgt${Math.random()}`;
      let listenerId: number | undefined;
      const call = (command: string, callId = ours, parameter?: number) =>
        locatorFrame()?.postMessage({ __tcfapiCall: { command, version: 2, parameter, callId } }, "*");
      // The reference stub forgets a frame after each call: it hears of a change only by asking again ("stored,
      // granted, withdrawn through the locator" in `tcf.spec.ts`). A ping is answered at once; what is asked of a stub
      // is queued, and would pile up.
      const ask = (wait: number) => {
        call("ping");
        setTimeout(ask, wait, Math.min(wait * 1.5, 2000));
      };
      addEventListener("message", ({ data }) => {
        try {
          const { callId, returnValue, success } = (typeof data === "string" ? JSON.parse(data) : data)
            .__tcfapiReturn;
          if (callId !== ours) return;
          if (returnValue.cmpLoaded) call("addEventListener");
          else if (returnValue.listenerId !== undefined) {
            // One listener at a time, in those that keep them.
            if (listenerId !== undefined && listenerId !== returnValue.listenerId)
              call("removeEventListener", "", listenerId);
            listenerId = returnValue.listenerId;
            listener(returnValue, success);
          }
        } catch {
          // Somebody else's message.
        }
      });
      ask(75);
    },
  };
};
