// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var UC_UI: any;
declare var __ucCmp: any;
