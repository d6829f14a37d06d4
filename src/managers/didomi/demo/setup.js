/** What an owner pastes before Didomi's loader. */
window.didomiConfig = {
  app: { apiKey: "00000000-0000-4000-8000-000000000000" },
  languages: { enabled: ["fr", "en"], default: document.documentElement.lang },
};
window.didomiOnReady = window.didomiOnReady || [];
window.didomiEventListeners = window.didomiEventListeners || [];
