/* What the owner pastes: the container's snippet, whose API queues in the data layer. */

(() => {
  window.dataLayer = window.dataLayer || [];
  window.ppms = window.ppms || {};
  window.ppms.cm = window.ppms.cm || {};
  window.ppms.cm.api =
    window.ppms.cm.api ||
    ((command, ...parameters) => {
      if (typeof command === "string") window.dataLayer.push({ event: `ppms.cm:${command}`, parameters });
    });
})();
