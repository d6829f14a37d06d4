import type { ServerResponse } from "node:http";

/**
 * What the demo's pages may load: their own origin only. tarteaucitron needs one thing more: its style sheet
 * holds `data:` images. Its cookie list, off here, would also need inline styles; the other styles that it
 * changes go through the CSSOM, which a policy does not forbid.
 */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

const HEADERS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response
    .writeHead(status, {
      ...HEADERS,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Referrer-Policy": "same-origin",
    })
    .end(html);
}

export function sendBytes(response: ServerResponse, type: string, body: Buffer | string, status = 200): void {
  response.writeHead(status, { ...HEADERS, "Content-Type": type }).end(body);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendBytes(response, "application/json; charset=utf-8", JSON.stringify(value), status);
}

/** `{ "error": { "code", "message", "path" } }`, as the endpoint's own routes answer. */
export function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, { error: { code, message, path: "" } }, status);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { ...HEADERS, Location: location }).end();
}
