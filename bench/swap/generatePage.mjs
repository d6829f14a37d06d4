/** The owner's number and what replaces it, as dialled and as the generated pages write them. */
export const OWN = { dialled: "+33123456789", written: "01 23 45 67 89" };
export const TRACKED = { dialled: "+33184880000", written: "01 84 88 00 00" };

/** Stand for the number in a page under construction; both private use characters. */
const TEXT_HIT = "\ue000";
const LINK_HIT = "\ue001";

const HITS_PER_ELEMENT = 20 / 10_000;
/** Per element: texts that hold the very digits, but as a stretch of something longer. */
const TRAPS_PER_ELEMENT = 4 / 10_000;

const WORDS =
  "révision vidange freins pneus diagnostic batterie carrosserie climatisation atelier garantie contrôle technique embrayage courroie distribution pare-brise échappement devis gratuit rendez-vous véhicule électrique hybride entretien constructeur pièces origine occasion reprise financement assurance prêt courtoisie équipe mécaniciens clients avis horaires ouvert samedi matin parking accès gare centre ville quartier depuis trente ans notre maison".split(
    " ",
  );

const CONTACTS = [
  (hit) => `<p>Appelez l’atelier au <strong>${hit}</strong> pour un devis</p>`,
  (hit) => `<li>Accueil : ${hit}, du lundi au vendredi</li>`,
  (hit) => `<table><tbody><tr><td>Atelier</td><td>${hit}</td><td>8 h – 19 h</td></tr></tbody></table>`,
  (hit) => `<p>Une question ? ${hit} (prix d’un appel local)</p>`,
  (hit) => `<address>Garage Martin, 3 rue Basse, 75002 Paris – ${hit}</address>`,
];

const TRAPS = [
  `Dossier 4${OWN.written}0`,
  `IBAN FR76 3000 4000 ${OWN.written} 012`,
  `Carte 4970 ${OWN.written} 12`,
  `Série 7 ${OWN.written} 3`,
];

/** Xorshift: the same page each time, on each machine. */
function createRandom(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Writes the noise of a page: what has digits and is not the owner's number. */
function createNoise(random) {
  const digits = (count) => Array.from({ length: count }, () => random(10)).join("");
  const words = (least, most) => {
    const count = least + random(most - least + 1);
    return Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(" ");
  };
  const other = () => `0${2 + random(4)} ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`;
  const price = () => `${1 + random(400)},${["00", "20", "50", "80", "89", "90", "95", "99"][random(8)]} €`;
  const date = () => `${1 + random(28)}/${1 + random(12)}/${1989 + random(37)}`;
  const order = () => `Commande n° ${digits(4)}-${digits(8)}`;
  const facts = [price, price, date, order, () => `${digits(3)} avis`, () => `depuis 19${80 + random(20)}`];
  return {
    words,
    other,
    otherDialled: () => `+33${2 + random(4)}${digits(8)}`,
    digits,
    fact: () => facts[random(facts.length)](),
  };
}

/** Parts that pages are made of; each holds some elements, nested as authors nest them. */
function createParts(random, { words, other, otherDialled, digits, fact }) {
  const many = (least, most, part) =>
    Array.from({ length: least + random(most - least + 1) }, (_, at) => part(at)).join("");
  const link = (text) => `<a href="/fiche/${digits(10)}?ref=${digits(4)}">${text}</a>`;
  const image = () => `<img src="data:," width="80" height="60" alt="${words(2, 4)} ${digits(4)}">`;
  const card = () =>
    `<article class="card"><div class="media">${image()}</div><div class="body"><h3>${link(words(2, 4))}</h3><p>${words(6, 14)} <b>${fact()}</b> ${words(3, 8)} <em>${words(1, 2)}</em> ${words(2, 5)}</p><div class="foot"><span class="price">${fact()}</span><a class="button" href="/panier/${digits(6)}">Choisir</a></div></div></article>`;
  return [
    () => `<div class="grid">${many(3, 6, card)}</div>`,
    () =>
      `<div class="text"><h2>${words(3, 6)}</h2>${many(2, 4, () => `<p>${words(12, 30)} <em>${words(1, 3)}</em>, ${words(4, 9)} <b>${words(1, 2)}</b> ${words(3, 9)} ${link(words(1, 3))}.</p>`)}</div>`,
    () =>
      `<table><thead><tr><th>Date</th><th>Travaux</th><th>Prix</th><th></th></tr></thead><tbody>${many(4, 9, () => `<tr><td>${fact()}</td><td>${words(2, 5)}</td><td>env. <b>${fact()}</b> TTC</td><td><i class="mark"></i></td></tr>`)}</tbody></table>`,
    () =>
      `<ul class="list">${many(4, 9, () => `<li><i class="mark"></i>${link(words(2, 5))} ${words(1, 4)} <small>${fact()}</small> ${words(1, 3)}</li>`)}</ul>`,
    () =>
      `<dl class="partner"><dt>${words(1, 3)}</dt><dd>${other()}</dd><dd><a href="tel:${otherDialled()}">Appeler</a></dd></dl>`,
    () => `<figure>${image()}<figcaption>${words(3, 7)}, ${fact()}</figcaption></figure>`,
    () =>
      `<form class="row" action="/recherche"><div><label>${words(1, 2)}</label><input name="q" value="${digits(5)}"></div><div><button type="button">${words(1, 1)}</button></div></form>`,
  ];
}

const countElements = (html) => html.match(/<[a-z]/g)?.length ?? 0;
const countTexts = (html) => html.match(/>[^<]+/g)?.length ?? 0;

/**
 * A page of a garage: the same for the same size. Whoever knows no more than the number's digits falls
 * into its traps (account and card numbers that hold them, a JSON-LD block, which stays as it is).
 *
 * @param {number} size elements in the body
 * @returns `html`: what stands in the body; `expected`: the same with the number swapped; `texts`, `links`:
 *   places to swap; `traps`: texts that must stay; `elements`, `textNodes`
 */
export function generatePage(size) {
  const random = createRandom(20261122);
  const noise = createNoise(random);
  const parts = createParts(random, noise);
  const hits = Math.max(4, Math.round(size * HITS_PER_ELEMENT));
  const traps = Math.max(2, Math.round(size * TRAPS_PER_ELEMENT));
  const out = [];
  let elements = 0;
  const add = (html) => {
    out.push(html);
    elements += countElements(html);
  };
  const nav = Array.from(
    { length: 6 },
    () => `<li><a href="/${noise.digits(3)}">${noise.words(1, 2)}</a></li>`,
  );
  add(
    `<header class="top"><a href="/" class="logo"><img src="data:," width="80" height="60" alt="Garage Martin"></a><nav><ul>${nav.join("")}</ul></nav></header>`,
  );
  add(
    `<script type="application/ld+json">{"@type":"AutoRepair","name":"Garage Martin","telephone":"${OWN.written}"}</script>`,
  );
  const FOOTER = `<footer><p>© 1989 Garage Martin</p></footer>`;
  const RESERVED = countElements(FOOTER);
  // The first of each stands at the top, in the window.
  const due = (count, of) => count < of && elements >= (count * size) / of;
  let texts = 0;
  let links = 0;
  let trapped = 0;
  while (true) {
    let content = `<h2>${noise.words(2, 5)}</h2>`;
    if (due(texts, hits)) content += CONTACTS[texts++ % CONTACTS.length](TEXT_HIT);
    if (due(links, hits)) {
      content += `<p><a class="button" href="tel:${LINK_HIT}">${noise.words(1, 2)}</a></p>`;
      links++;
    }
    if (due(trapped, traps)) content += `<p>${TRAPS[trapped++ % TRAPS.length]}</p>`;
    content += parts[random(parts.length)]();
    const section = `<section class="section"><div class="inner">${content}</div></section>`;
    if (elements + countElements(section) + RESERVED > size) break;
    add(section);
  }
  while (elements < size - RESERVED) add(`<p>${noise.words(4, 12)}</p>`);
  add(FOOTER);
  const page = out.join("");
  const write = (text, dialled) => page.replaceAll(TEXT_HIT, text).replaceAll(LINK_HIT, dialled);
  const html = write(OWN.written, OWN.dialled);
  return {
    html,
    expected: write(TRACKED.written, TRACKED.dialled),
    texts: page.split(TEXT_HIT).length - 1,
    links: page.split(LINK_HIT).length - 1,
    traps: trapped,
    elements,
    textNodes: countTexts(html),
  };
}
