// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var orejime: any;
declare var orejimeConfig: any;
