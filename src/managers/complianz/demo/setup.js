/* What the WordPress plugin writes into the page: the manager's settings. */

window.complianz = {
  prefix: "cmplz_",
  consenttype: "optin",
  region: "eu",
  geoip: "",
  forceEnableStats: "",
  do_not_track_enabled: "",
  current_policy_id: "16",
  cookie_expiry: "365",
  version: "7.5.0",
};
