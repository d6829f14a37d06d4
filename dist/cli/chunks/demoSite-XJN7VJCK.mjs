import {
  demoSite,
  isDemoSite
} from "./chunk-GXHKSBBF.mjs";
export {
  demoSite,
  isDemoSite
};
