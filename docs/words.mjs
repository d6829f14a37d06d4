/** Words of the generated parts of the documents, by language. */
export const WORDS = {
  en: {
    managers: {
      notice:
        "<!-- Put together by `npm run docs` from managers.intro.md and src/managers/*/README.md: edit those. -->",
      head: ["manager", "`consent.manager`", "what counts", "tried with"],
      real: (name) => `the real package, ${name}`,
      double: "a double",
      own: "the site's own calls",
      colon: ":",
      tiers: [
        "those that know us by name, a vendor or a service",
        "the framework of the IAB",
        "those that know only categories (or a service of ours in one, which goes before)",
      ],
      analytics: '`category` left at `"analytics"` means each manager\'s own name for it:',
      described: "What the double imitates, and where that is known from",
    },
    modes: {
      head: [
        "mode (alias)",
        "numbers are swapped",
        "cookie, storage",
        "consent",
        "sent to the endpoint",
        "probabilistic option",
      ],
      byCondition: "by condition",
      always: "always, to `tracked`",
      yes: "yes",
      no: "no",
      none: "none",
      nothing: "nothing",
      proof: "nothing but the consent proof, if asked",
      collects: { entry: "visitor id, entries", pages: "number of pages, no URL", page: "each page viewed" },
      consent: { none: "not needed", optional: "optional", required: "required" },
    },
  },
  fr: {
    managers: {
      notice:
        "<!-- Assemblé par `npm run docs` à partir de managers.intro.md et de src/managers/*/README.fr.md : modifiez ceux-ci. -->",
      head: ["gestionnaire", "`consent.manager`", "ce qui compte", "essayé avec"],
      real: (name) => `le vrai paquet, ${name}`,
      double: "un double",
      own: "les appels du site",
      colon: "\u00a0:",
      tiers: [
        "ceux qui nous connaissent par notre nom, un fournisseur ou un service",
        "le cadre de l'IAB",
        "ceux qui ne connaissent que des catégories (ou un service à nous dans l'une d'elles, qui passe devant)",
      ],
      analytics: '`category` laissée à `"analytics"` désigne le nom que chaque gestionnaire lui donne\u00a0:',
      described: "Ce que le double imite, et d'où on le sait (en anglais)",
    },
    modes: {
      head: [
        "mode (alias)",
        "les numéros sont remplacés",
        "cookie, stockage",
        "consentement",
        "envoyé au point de collecte",
        "option probabiliste",
      ],
      byCondition: "selon la condition",
      always: "toujours, par `tracked`",
      yes: "oui",
      no: "non",
      none: "aucun",
      nothing: "rien",
      proof: "rien que la preuve du consentement, si elle est demandée",
      collects: {
        entry: "identifiant du visiteur, entrées",
        pages: "nombre de pages, sans URL",
        page: "chaque page vue",
      },
      consent: { none: "inutile", optional: "facultatif", required: "exigé" },
    },
  },
};
