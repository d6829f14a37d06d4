/** Name of the store's file in the data folder. */
export const STORE_FILE = "mgt.sqlite";
