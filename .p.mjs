import { readFileSync } from "node:fs";
import { domprops } from "terser/tools/domprops.js";
