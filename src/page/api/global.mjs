// `mgt-snippet/global` is types alone; this is what running code gets of it.
export {};
