import { CmpApi } from "@iabtechlabtcf/cmpapi";
import { encodeChoice, type TcfChoice, VENDOR } from "../../src/managers/tcf/demo/encodeChoice.ts";

const api = new CmpApi(300, 7, true);
let current = "";

const manager = {
  vendor: VENDOR,
  /** Shows the panel: `cmpuishown`, which repeats the choices of before. */
  show: () => api.update(current, true),
  /** The visitor chooses, or, where the panel was never shown, has chosen on an earlier page. */
  choose(choice: TcfChoice): string {
    current = encodeChoice(choice);
    api.update(current, false);
    return current;
  },
  /** The visitor is not in the union. */
  doesNotApply: () => api.update(null),
};

export type TcfManager = typeof manager;

(window as unknown as { cmp: TcfManager }).cmp = manager;
