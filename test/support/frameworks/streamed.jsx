import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { LateDocument } from "./LateDocument.jsx";

/** Fulfilled by the test, as when the code of a part of the page comes later than the rest. */
const late = window.hold
  ? new Promise((resolve) => (window.release = () => resolve("Atelier")))
  : Promise.resolve("Atelier");

startTransition(() => {
  hydrateRoot(document, <LateDocument late={late} />);
});
window.hydrating = true;
