// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var OneTrust: any;
declare var OnetrustActiveGroups: any;
declare var Optanon: any;
declare var OptanonActiveGroups: any;
declare var OptanonWrapper: any;
declare var dataLayer: any;
