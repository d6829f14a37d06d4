// src/endpoint/store/sqlite/storeFile.ts
var STORE_FILE = "mgt.sqlite";

export {
  STORE_FILE
};
