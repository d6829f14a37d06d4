import {
  demoSite,
  isDemoSite
} from "./chunk-FLUEN2OX.mjs";
export {
  demoSite,
  isDemoSite
};
