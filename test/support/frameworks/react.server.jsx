import { renderToString } from "react-dom/server";
import { App } from "./App.jsx";
import { INITIAL } from "./appState.ts";

export const render = () => renderToString(<App {...INITIAL} />);
