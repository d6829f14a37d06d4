/**
 * A random UUID v4. `crypto.randomUUID` is absent on plain HTTP pages; `getRandomValues` is not.
 * https://developer.mozilla.org/en-US/docs/Web/API/Crypto/randomUUID
 */
export function uuid(): string {
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (+digit ^ ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & (15 >> (+digit / 4)))).toString(16),
  );
}

/** Whether a text is such a UUID, in lower case: "3f2b8c1e-7d4a-4e6b-9c3d-1a2b3c4d5e6f". */
export const isUuid = (text: string): boolean =>
  /^(?=.{14}4.{4}[89ab])[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
