/* A site with a banner of its own: it remembers the choice itself and says it on every page. */

(() => {
  const NAME = "own-banner";
  const french = document.documentElement.lang === "fr";
  window.mgt =
    window.mgt ||
    function queue() {
      window.mgt.q = window.mgt.q || [];
      // biome-ignore lint/complexity/noArguments: the queue that owners paste
      window.mgt.q.push(arguments);
    };
  const stored = localStorage.getItem(NAME);
  if (stored) window.mgt("consent", stored === "yes");
  window.cmpPanel({
    title: french ? "Le bandeau du site" : "The site's own banner",
    isDecided: !!stored,
    onChoice(granted) {
      localStorage.setItem(NAME, granted ? "yes" : "no");
      window.mgt("consent", granted);
    },
  });
})();
