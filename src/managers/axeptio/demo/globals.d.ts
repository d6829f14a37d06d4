// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var _axcb: any;
declare var axeptioSDK: any;
declare var axeptioSettings: any;
declare var openAxeptioCookies: any;
