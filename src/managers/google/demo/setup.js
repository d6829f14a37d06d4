/* What the owner pastes before any Google tag: everything is off where a choice is needed. */
window.dataLayer = window.dataLayer || [];
window.gtag = function gtag() {
  // biome-ignore lint/complexity/noArguments: Google's tags read only such an object as a command
  window.dataLayer.push(arguments);
};

window.gtag("consent", "default", {
  ad_storage: "denied",
  ad_user_data: "denied",
  ad_personalization: "denied",
  analytics_storage: "denied",
  wait_for_update: 500,
});
window.gtag("consent", "default", {
  ad_storage: "granted",
  ad_user_data: "granted",
  ad_personalization: "granted",
  analytics_storage: "granted",
  region: ["US"],
});
