// biome-ignore-all lint/suspicious/noExplicitAny: a foreign API, of which the demo uses what it needs

declare var cmplz_accept_all: any;
declare var cmplz_deny_all: any;
declare var cmplz_get_cookie: any;
declare var cmplz_has_consent: any;
declare var cmplz_open_banner: any;
declare var cmplz_set_banner_status: any;
declare var cmplz_set_consent: any;
declare var cmplz_set_cookie: any;
declare var complianz: any;
declare var wp_consent_type: any;
