import { Suspense, use } from "react";

function Late({ late }) {
  return <p id="late">{use(late)} : 01 23 45 67 89</p>;
}

/** A whole document, part of which the server sends when it has it. */
export function LateDocument({ late }) {
  return (
    <html lang="fr">
      <head>
        <title>Garage</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <div id="app">
          <p id="main">Appelez le 01 23 45 67 89</p>
          <Suspense fallback={<p id="waiting">Un instant : 01 23 45 67 89</p>}>
            <Late late={late} />
          </Suspense>
        </div>
      </body>
    </html>
  );
}
