import { createApp, createSSRApp, h, nextTick, shallowReactive } from "vue";
import App from "./App.vue";
import { type AppState, container, INITIAL } from "./appState.ts";

const state: AppState = shallowReactive({ ...INITIAL });
const root = { render: () => h(App, state) };
const app = container().firstElementChild ? createSSRApp(root) : createApp(root);
app.mount(container());

Object.assign(window, {
  app: {
    set(changes: Partial<AppState>) {
      Object.assign(state, changes);
      return nextTick();
    },
    unmount: () => app.unmount(),
  },
});
