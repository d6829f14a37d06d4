// demo/server/demoSite.ts
function isDemoSite(site) {
  return site.key === "mod-demo" || site.key.startsWith("mod-demo-");
}
function demoSite(sites, mode) {
  return sites.find((site) => isDemoSite(site) && site.mode === mode);
}

export {
  isDemoSite,
  demoSite
};
