const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** JSONPath of a member: `$.sites` + `0` → `$.sites[0]`, `$` + `my-key` → `$['my-key']`. */
export function memberPath(parent: string, key: string | number): string {
  if (typeof key === "number") return `${parent}[${key}]`;
  if (IDENTIFIER.test(key)) return `${parent}.${key}`;
  return `${parent}['${key.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`;
}

/** JSONPath of a JSON Pointer; the data tells whether `0` is an index or a key. */
export function pointerPath(pointer: string, data: unknown): string {
  let path = "$";
  let value = data;
  for (const raw of pointer.split("/").slice(1)) {
    const key = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    path = memberPath(path, Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}

/** The path of what a value stands in; `""` of the file as a whole. */
export function parentPath(path: string): string {
  const member = /(\.[A-Za-z_$][\w$]*|\[\d+\]|\['(?:[^'\\]|\\.)*'\])$/su.exec(path)?.[0];
  return member === undefined ? "" : path.slice(0, -member.length);
}
