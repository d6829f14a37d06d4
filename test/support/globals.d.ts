interface Seen {
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: details differ by event, and tests look into them
  detail: any;
}

interface Window {
  // biome-ignore lint/suspicious/noExplicitAny: the command takes and returns what each command does
  mgt: ((...call: unknown[]) => any) & { q?: ArrayLike<unknown>[] };
  /** `mgt:*` events of this page, in order. */
  seen: Seen[];
  /** Violations of the page's content security policy. */
  violations: string[];
}
