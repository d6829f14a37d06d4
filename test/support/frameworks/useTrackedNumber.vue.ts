import { type MaybeRefOrGetter, type Ref, ref, toValue, watchEffect } from "vue";

/** The number to show for the owner's number, both E.164: `useTrackedNumber("+33123456789")`. */
export function useTrackedNumber(owner: MaybeRefOrGetter<string>): Ref<string> {
  const shown = ref(toValue(owner));
  watchEffect((onCleanup) => {
    let isLive = true;
    shown.value = toValue(owner);
    const end = window.mgt?.("number", toValue(owner), (tracked: string) => {
      if (isLive) shown.value = tracked;
    });
    onCleanup(() => {
      isLive = false;
      // Before the script has come the command is only queued, and returns nothing.
      end?.();
    });
  });
  return shown;
}
