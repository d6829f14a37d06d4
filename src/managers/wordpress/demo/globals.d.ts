// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var consent_api: any;
declare var waitfor_consent_hook: any;
declare var wp_consent_type: any;
declare var wp_fallback_consent_type: any;
declare var wp_has_consent: any;
declare var wp_set_consent: any;
