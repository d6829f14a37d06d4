import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./App.jsx";
import { container, INITIAL } from "./appState.ts";

let setState;

function Root() {
  const [state, set] = useState(INITIAL);
  setState = set;
  return <App {...state} />;
}

let root;
if (container().firstElementChild) root = hydrateRoot(container(), <Root />);
else {
  root = createRoot(container());
  flushSync(() => root.render(<Root />));
}

window.app = {
  set: (changes) => flushSync(() => setState((state) => ({ ...state, ...changes }))),
  unmount: () => root.unmount(),
};
