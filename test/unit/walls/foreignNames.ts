/** Quoted in comments and documents, and neither ours nor the browser's: each with what it is. */
export const FOREIGN_NAMES: Readonly<Record<string, string>> = {
  "/mod-demo.js": "the script of the demo's site",
  "/events/3/at": "a JSON pointer into a body, as ajv gives it",
  "/favicon.ico": "what a browser asks for by itself",
  "dist/cli/": "built when the package is packed",
  "data/": "where the endpoint keeps its data, never in the repository",
  "loadOrejime()": "of Orejime's interface",
  "npm run cookieless": "told of as not there",
  "npm run simulate": "told of as not there",
  "scripts/": "in the data folder, while the endpoint runs",
  "scripts/compiled/": "beside them",
  "sdk.js": "Axeptio's script",
  EBADENGINE: "a warning of npm's",
  HttpOnly: "an attribute of cookies",
  mc_eid: "a query parameter of Mailchimp's, found by the pattern for both of them",
};
