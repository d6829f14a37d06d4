/**
 * Stands in for Usercentrics' Web CMP: version 3, or version 2 where the address ends with `?v=2`.
 * README.md says what it imitates, and where each behaviour is known from.
 */
{
  const isFrench = document.documentElement.lang === "fr";
  const language = isFrench ? "fr" : "en";
  const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Declared in the Admin Interface. Ids are given by Usercentrics.
  const OURS = {
    id: "mGt4cAlL5",
    name: isFrench ? "mgt, suivi des appels" : "mgt, call tracking",
    category: "marketing",
  };
  const SERVICES = [
    OURS,
    { id: "sT4t1sT1c", name: "Statistics", category: "functional" },
    { id: "eSs3nT1aL", name: "Hosting", category: "essential" },
  ];
  const controllerId = "0123456789abcdef".repeat(4);
  const isEssential = ({ category }) => category === "essential";
  const tell = (type, detail) => dispatchEvent(new CustomEvent(type, { detail }));

  const versions = {
    3: {
      isDecided: !!localStorage.getItem("ucData"),

      /** At once; the rest once the settings are there. */
      load() {
        const data = JSON.parse(localStorage.getItem("ucData") ?? "{}").consent;
        this.type = data ? "EXPLICIT" : "IMPLICIT";
        this.updatedBy = data?.updatedBy ?? "onInitialPageLoad";
        this.given = {};
        this.unsaved = {};
        for (const service of SERVICES)
          this.given[service.id] = data?.services[service.id].consent ?? isEssential(service);
        const initialized = new Promise((resolve) => {
          this.initialized = resolve;
        });
        let isInitialized = false;
        initialized.then(() => {
          isInitialized = true;
        });
        window.__ucCmp = {
          isInitialized: async () => isInitialized,
          isConsentRequired: async () => this.type !== "EXPLICIT",
          getControllerId: async () => controllerId,
          getConsentDetails: () => initialized.then(() => this.details()),
          acceptAllConsents: async () => this.set(() => true),
          denyAllConsents: async () => this.set(isEssential),
          updateServicesConsents: async (changes) => {
            for (const { id, consent } of changes) this.unsaved[id] = consent;
          },
          saveConsents: async () => {
            Object.assign(this.given, this.unsaved);
            this.save("onUpdateServices");
          },
          showFirstLayer: async () => this.panel.open(),
          showSecondLayer: async () => this.panel.open(),
        };
        // Kept for sites that were made for version 2. It does not tell explicit from implicit.
        window.UC_UI = {
          isInitialized: () => isInitialized,
          showFirstLayer: () => this.panel.open(),
          showSecondLayer: () => this.panel.open(),
          getServicesBaseInfo: async () =>
            SERVICES.map(({ id, name, category }) => ({
              id,
              name,
              categorySlug: category,
              consent: { status: this.given[id], history: [] },
            })),
        };
      },

      details() {
        const services = Object.fromEntries(
          SERVICES.map((service) => [
            service.id,
            {
              name: service.name,
              version: "1.0.0",
              category: service.category,
              essential: isEssential(service),
              consent: { given: this.given[service.id], type: this.type },
            },
          ]),
        );
        const accepted = SERVICES.filter(({ id }) => this.given[id]);
        return {
          consent: {
            status: accepted.length === SERVICES.length ? "ALL_ACCEPTED" : "ALL_DENIED",
            required: this.type !== "EXPLICIT",
            version: 1,
            controllerId,
            language,
            updatedAt: Date.now(),
            updatedBy: this.updatedBy,
            setting: { id: dataset.settingsId, type: "GDPR", version: "1.0.0" },
            type: this.type,
          },
          services,
          categories: {},
        };
      },

      set(rule) {
        for (const service of SERVICES) this.given[service.id] = rule(service);
        this.save(rule === isEssential ? "onDenyAllServices" : "onAcceptAllServices");
      },

      save(action) {
        this.type = "EXPLICIT";
        this.updatedBy = action;
        const services = Object.fromEntries(
          SERVICES.map(({ id, name }) => [id, { name, consent: this.given[id] }]),
        );
        localStorage.setItem("ucData", JSON.stringify({ consent: { updatedBy: action, services } }));
        localStorage.setItem("ucString", "demo");
        tell("UC_CONSENT", this.details());
      },

      start() {
        this.initialized();
        tell("UC_UI_INITIALIZED", null);
        tell("UC_CONSENT", this.details());
      },

      choose(granted) {
        // The click is told first.
        setTimeout(() => this.set(granted ? () => true : isEssential));
      },
    },

    2: {
      isDecided: localStorage.getItem("uc_user_interaction") === "true",

      load() {
        const stored = JSON.parse(localStorage.getItem("uc_settings") ?? "{}").services;
        this.services = stored ?? SERVICES.map((service) => ({ id: service.id, history: [], status: false }));
        let isInitialized = false;
        this.initialized = () => {
          isInitialized = true;
        };
        window.UC_UI = {
          isInitialized: () => isInitialized,
          isConsentRequired: () => !this.isDecided,
          areAllConsentsAccepted: () => this.services.every(({ status }) => status),
          getControllerId: () => controllerId,
          showFirstLayer: () => this.panel.open(),
          showSecondLayer: () => this.panel.open(),
          acceptAllConsents: async () => this.set("onAcceptAllServices", "explicit", () => true),
          denyAllConsents: async () => this.set("onDenyAllServices", "explicit", isEssential),
          getServicesBaseInfo: () =>
            isInitialized
              ? SERVICES.map((service) => {
                  const { history, status } = this.services.find(({ id }) => id === service.id);
                  return {
                    id: service.id,
                    name: service.name,
                    categorySlug: service.category,
                    isEssential: isEssential(service),
                    consent: { history, status },
                  };
                })
              : [],
        };
      },

      set(action, type, rule) {
        for (const service of SERVICES) {
          const held = this.services.find(({ id }) => id === service.id);
          held.status = rule(service);
          held.history.push({
            action,
            language,
            status: held.status,
            timestamp: Date.now(),
            type,
            versions: { application: "4.38.4", service: "1.0.0", settings: "1.0.0" },
          });
        }
        this.isDecided ||= type === "explicit";
        const settings = { controllerId, id: dataset.settingsId, language, services: this.services };
        localStorage.setItem("uc_settings", JSON.stringify(settings));
        localStorage.setItem("uc_user_interaction", `${this.isDecided}`);
        tell("UC_SDK_EVENT", { event: "consent_status", action, type });
      },

      start() {
        this.initialized();
        if (!this.services[0].history[0]) this.set("onInitialPageLoad", "implicit", isEssential);
        tell("UC_UI_INITIALIZED", null);
      },

      choose(granted) {
        if (granted) this.set("onAcceptAllServices", "explicit", () => true);
        else this.set("onDenyAllServices", "explicit", isEssential);
      },
    },
  };

  const cmp = versions[new URL(src).searchParams.get("v") ?? 3];
  cmp.load();
  // The settings come over the network after the loader.
  setTimeout(() => {
    cmp.start();
    cmp.panel = window.cmpPanel({
      title: `Usercentrics (${OURS.name})`,
      isDecided: cmp.isDecided,
      onOpen(isReopened) {
        const view = isReopened ? "SECOND_LAYER" : "FIRST_LAYER";
        tell("UC_UI_VIEW_CHANGED", { previousView: "NONE", view });
        tell("UC_UI_CMP_EVENT", { source: "none", type: "CMP_SHOWN" });
      },
      onChoice(granted) {
        tell("UC_UI_CMP_EVENT", { source: "first", type: granted ? "ACCEPT_ALL" : "DENY_ALL" });
        cmp.choose(granted);
        tell("UC_UI_VIEW_CHANGED", { previousView: "FIRST_LAYER", view: "PRIVACY_BUTTON" });
      },
    });
  }, 20);
}
