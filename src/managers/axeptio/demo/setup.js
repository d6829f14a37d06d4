/** What an owner pastes before Axeptio's `sdk.js`. */
window.axeptioSettings = {
  clientId: "000000000000000000000000",
  cookiesVersion: `garage-martin-${document.documentElement.lang}`,
};
