/** React ships no types; these are what the fixtures use. */
declare module "react" {
  export function useMemo<T>(create: () => T, inputs: readonly unknown[]): T;
  export function useSyncExternalStore<T>(
    subscribe: (changed: () => void) => () => void,
    snapshot: () => T,
    serverSnapshot: () => T,
  ): T;
}

declare module "*.vue" {
  import type { Component } from "vue";

  const component: Component;
  export default component;
}
