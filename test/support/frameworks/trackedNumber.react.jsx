import { createRoot } from "react-dom/client";
import { container } from "./appState.ts";
import { useTrackedNumber } from "./useTrackedNumber.react.ts";

function Contact({ owner }) {
  const number = useTrackedNumber(owner);
  return (
    <a id="own" href={`tel:${number}`}>
      {number}
    </a>
  );
}

const root = createRoot(container());
window.app = {
  set: ({ tel }) => root.render(<Contact owner={tel} />),
  unmount: () => root.unmount(),
};
window.app.set({ tel: "+33123456789" });
