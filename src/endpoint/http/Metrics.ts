type Labels = Readonly<Record<string, string | number>>;

const HELP = {
  mgt_requests_total: "Requests answered, by route and status.",
  mgt_events_total: "Events acknowledged, by site and type.",
  mgt_dropped_total: "Events, fields and requests not kept, by site and reason.",
  mgt_consents_total: "Consent records acknowledged, by site and status.",
  mgt_numbers_total: "Answers of level 1, by site and method.",
} as const;

/** Prometheus counters. Labels are names from the configuration and the contract, never personal data. */
export class Metrics {
  readonly #counters = new Map<string, { name: keyof typeof HELP; labels: string; value: number }>();

  add(name: keyof typeof HELP, labels: Labels, count = 1): void {
    // Cheap enough for each request: no sorting, labels always come in the same order.
    let key: string = name;
    for (const label in labels) key += `\u0000${labels[label]}`;
    const counter = this.#counters.get(key);
    if (counter) counter.value += count;
    else this.#counters.set(key, { name, labels: render(labels), value: count });
  }

  /** @param gauges name → help and value now */
  text(gauges: Readonly<Record<string, { help: string; value: number }>>): string {
    const lines: string[] = [];
    for (const [name, help] of Object.entries(HELP)) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
      for (const counter of this.#counters.values()) {
        if (counter.name === name) lines.push(`${name}${counter.labels} ${counter.value}`);
      }
    }
    for (const [name, { help, value }] of Object.entries(gauges)) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
    }
    return `${lines.join("\n")}\n`;
  }
}

function render(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    const escaped = String(value).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
    return `${name}="${escaped}"`;
  });
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}
