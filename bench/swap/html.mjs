/** As much style as a page of this kind has: what its layout costs belongs to what is measured. */
const STYLE = `
  body { font: 16px/1.5 sans-serif; margin: 0; color: #222 }
  .top { display: flex; justify-content: space-between; padding: 16px }
  .top ul { display: flex; gap: 16px; list-style: none }
  .section { padding: 24px; border-bottom: 1px solid #ddd }
  .inner { max-width: 960px; margin: 0 auto }
  .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px }
  .card { border: 1px solid #ccc; border-radius: 8px; overflow: hidden }
  .card .body { padding: 8px }
  .card .foot { display: flex; justify-content: space-between; align-items: center }
  .button { background: #036; color: #fff; padding: 4px 12px; border-radius: 4px; text-decoration: none }
  table { border-collapse: collapse; width: 100% }
  td, th { border: 1px solid #ccc; padding: 4px 8px; text-align: left }
  .mark { display: inline-block; width: 8px; height: 8px; background: #c60 }`;

/** Everything before the content of a page. */
export const openPage = (head) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Garage Martin</title><link rel="icon" href="data:,"><style>${STYLE}</style>${head}</head><body>`;

export const page = (head, body = "") => `${openPage(head)}${body}</body></html>`;

export const script = (path) => `<script src="${path}"></script>`;
