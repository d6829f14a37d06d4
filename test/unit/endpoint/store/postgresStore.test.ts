import { afterAll, beforeAll } from "vitest";
import { PostgresStore } from "../../../../src/endpoint/store/postgres/PostgresStore.ts";
import { type PostgresServer, startPostgres } from "../../../support/postgres/startPostgres.ts";
import "../harness.ts";
import { storeContract } from "./storeContract.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

storeContract(async () => {
  const url = await server.database();
  return () => PostgresStore.open(url, { isAlone: true });
});
