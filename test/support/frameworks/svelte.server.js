import { render as renderComponent } from "svelte/server";
import App from "./App.svelte";
import { INITIAL } from "./appState.ts";

export const render = () => renderComponent(App, { props: { state: INITIAL } }).body;
