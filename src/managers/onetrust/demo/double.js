/* Double of OneTrust's banner: what it imitates, and from where, is in the README beside it. */

(() => {
  const VERSION = "202509.1.0";
  const GROUPS = ["C0001", "C0002", "C0003", "C0004"];
  const isFrench = document.documentElement.lang === "fr";

  const cookie = (name) =>
    document.cookie
      .split("; ")
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1);

  const setCookie = (name, value) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API writes later, and not over HTTP
    document.cookie = `${name}=${value}; path=/; max-age=31536000; SameSite=Lax`;
  };

  const settings = () => new URLSearchParams(cookie("OptanonConsent"));

  /** The groups that are on: of the stored choice, else what holds before any. */
  const stored = () =>
    (settings().get("groups") ?? "C0001:1")
      .split(",")
      .filter((each) => each.endsWith(":1"))
      .map((each) => each.slice(0, -2));

  const isClosed = () => cookie("OptanonAlertBoxClosed") !== undefined;

  let active = [];

  function publish(groups, ...events) {
    active = groups;
    const list = `,${groups.join(",")},`;
    window.OnetrustActiveGroups = list;
    window.OptanonActiveGroups = list;
    window.dataLayer = window.dataLayer || [];
    for (const event of events) window.dataLayer.push({ event, OnetrustActiveGroups: list });
  }

  /** Of the updated groups it tells at once; of the change in a task of its own. */
  function tell() {
    window.OptanonWrapper?.();
    window.dispatchEvent(new CustomEvent("OneTrustGroupsUpdated", { detail: active }));
    setTimeout(() => window.dispatchEvent(new CustomEvent("consent.onetrust", { detail: active })));
  }

  function write(groups) {
    setCookie(
      "OptanonConsent",
      new URLSearchParams({
        isGpcEnabled: "0",
        datestamp: `${new Date()}`,
        version: VERSION,
        isIABGlobal: "false",
        hosts: "",
        consentId: crypto.randomUUID?.() ?? "00000000-0000-4000-8000-000000000000",
        interactionCount: "1",
        landingPath: "NotLandingPage",
        groups: GROUPS.map((group) => `${group}:${groups.includes(group) ? 1 : 0}`).join(","),
        AwaitingReconsent: "false",
      }),
    );
  }

  function choose(groups) {
    write(groups);
    publish(groups, "OneTrustGroupsUpdated");
    tell();
    // The harder order: the banner counts as closed only once the groups have been told.
    setCookie("OptanonAlertBoxClosed", new Date().toISOString());
    setTimeout(() => window.dispatchEvent(new CustomEvent("OTConsentApplied")), 50);
  }

  // What the loader does at once: the groups are there before the SDK is, on every page.
  window.OneTrust = { geolocationResponse: { countryCode: "FR", stateCode: "" } };
  publish(stored(), "OneTrustLoaded", "OptanonLoaded");

  setTimeout(() => {
    let panel;
    window.OneTrust = {
      IsAlertBoxClosed: () => isClosed(),
      IsAlertBoxClosedAndValid: () => isClosed() && settings().get("AwaitingReconsent") !== "true",
      GetDomainData: () => ({
        ShowAlertNotice: true,
        ConsentModel: { Name: "opt-in" },
        Groups: GROUPS.map((CustomGroupId) => ({
          CustomGroupId,
          OptanonGroupId: CustomGroupId,
          Status: CustomGroupId === "C0001" ? "always active" : "inactive",
          SubGroups: [],
        })),
      }),
      OnConsentChanged: (callback) => window.addEventListener("consent.onetrust", callback),
      AllowAll: () => choose(GROUPS),
      RejectAll: () => choose(["C0001"]),
      ToggleInfoDisplay: () => panel?.open(),
    };
    window.Optanon = window.OneTrust;
    if (!cookie("OptanonConsent")) write(active);
    panel = window.cmpPanel({
      title: isFrench
        ? "OneTrust (imitation) : mgt, suivi des appels"
        : "OneTrust (imitation): mgt, call tracking",
      isDecided: window.OneTrust.IsAlertBoxClosedAndValid(),
      onChoice: (granted) => choose(granted ? GROUPS : ["C0001"]),
    });
    publish(active, "OneTrustGroupsUpdated");
    tell();
  }, 20);
})();
