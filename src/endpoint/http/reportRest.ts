import type { EndpointContext } from "./Exchange.ts";

/** An erasure that was answered before the last byte was gone: the log says when it is. */
export function reportRest(
  { log }: Pick<EndpointContext, "log">,
  site: string,
  rest: Promise<void> | undefined,
): void {
  const tell = (line: object) => log({ ...line, time: new Date().toISOString(), site });
  rest?.then(
    () => tell({ log: "erasure", what: "complete" }),
    (error: unknown) => tell({ log: "erasure", what: "failed", message: String(error) }),
  );
}
