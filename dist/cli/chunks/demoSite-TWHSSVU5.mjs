import {
  demoSite,
  isDemoSite
} from "./chunk-FLUEN2OX.mjs";
import "./chunk-VIHIR2BE.mjs";
export {
  demoSite,
  isDemoSite
};
