import type { Adapter } from "../Adapter.js";
/** vanilla-cookieconsent 3.1. On pages after the choice only `cc:onConsent` fires, on later changes `cc:onChange`. */
export declare const cookieconsent: Adapter;
