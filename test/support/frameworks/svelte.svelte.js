import { flushSync, hydrate, mount, unmount } from "svelte";
import App from "./App.svelte";
import { container, INITIAL } from "./appState.ts";

const state = $state({ ...INITIAL });
const start = container().firstElementChild ? hydrate : mount;
const app = start(App, { target: container(), props: { state } });

window.app = {
  set: (changes) => flushSync(() => Object.assign(state, changes)),
  unmount: () => void unmount(app),
};
