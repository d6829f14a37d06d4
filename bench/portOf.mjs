/**
 * Where a server listens.
 *
 * @param {import("node:http").Server} server
 */
export function portOf(server) {
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}
