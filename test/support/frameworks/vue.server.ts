import { createSSRApp, h } from "vue";
import { renderToString } from "vue/server-renderer";
import App from "./App.vue";
import { INITIAL } from "./appState.ts";

export const render = () => renderToString(createSSRApp({ render: () => h(App, { ...INITIAL }) }));
