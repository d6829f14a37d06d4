// src/endpoint/store/storeFile.ts
var STORE_FILE = "mgt.sqlite";

export {
  STORE_FILE
};
