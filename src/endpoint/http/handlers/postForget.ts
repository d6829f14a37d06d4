import { visitorSchema } from "../../ingest/schemas.ts";
import { validator } from "../../ingest/validator.ts";
import { admitPage } from "../admitPage.ts";
import { siteCors } from "../cors.ts";
import type { Exchange } from "../Exchange.ts";
import { noContent } from "../reply.ts";

export const checkVisitor: (value: unknown) => asserts value is { site: string; visitor: string } =
  validator(visitorSchema);

/** `POST /v1/forget`: 204 whether or not the visitor existed. */
export async function postForget(exchange: Exchange): Promise<void> {
  const { body, served, origin } = await admitPage(exchange, "forget");
  checkVisitor(body);
  await exchange.context.store.erase(served.site.key, body.visitor.toLowerCase());
  noContent(exchange, siteCors(origin, served));
}
