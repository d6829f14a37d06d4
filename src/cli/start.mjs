/** `mgt` from the sources. An older Node, which cannot read TypeScript, can read this and say so. */
if (process.features.typescript) await import("./mgt.ts");
else {
  console.error(
    `From its sources mgt needs Node 22.18, 24 or later; this is ${process.versions.node}. ` +
      "npm ci installs one for npm start and npm run.",
  );
  process.exitCode = 2;
}
