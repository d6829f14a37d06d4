// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var Didomi: any;
declare var didomiConfig: any;
declare var didomiEventListeners: any;
declare var didomiOnReady: any;
declare var didomiRemoteConfig: any;
