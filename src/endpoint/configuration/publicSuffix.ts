/**
 * Domains under which anybody may register, so that browsers take no cookie for them. A rule and a short list, not the
 * whole Public Suffix List: top-level domains, the second levels that registries of countries share, and hosting under
 * one domain as of 2026-11 (https://publicsuffix.org/list/).
 */

/** Second levels that registries of countries open to everybody: `co.uk`, `com.au`, `asso.fr`. */
const SHARED_LEVELS = new Set(
  (
    "ac asn asso biz blog co com coop ed edu firm gen geek go gob gouv gov gv id idf ind inf info kiwi law ltd maori me med " +
    "mil mod mus name ne net nhs nom nsw or org plc police prd presse pro qld rec rnu sa sch school sld store tm tur vic wa web"
  ).split(" "),
);

/** Hosting: each customer has a subdomain. */
const HOSTING = new Set(
  (
    "github.io gitlab.io githubpreview.dev pages.dev workers.dev netlify.app vercel.app now.sh web.app firebaseapp.com " +
    "appspot.com run.app herokuapp.com herokussl.com onrender.com fly.dev railway.app up.railway.app deno.dev surge.sh " +
    "glitch.me repl.co replit.app stackblitz.io codesandbox.io azurewebsites.net azurestaticapps.net cloudapp.net " +
    "azureedge.net cloudfront.net elasticbeanstalk.com amplifyapp.com awsapprunner.com myshopify.com wixsite.com wixstudio.io " +
    "webflow.io framer.app framer.website weebly.com weeblysite.com blogspot.com square.site jimdosite.com jimdofree.com " +
    "wpengine.com pantheonsite.io platformsh.site clever-cloud.com cleverapps.io scalingo.io osc-fr1.scalingo.io " +
    "ovh.net.pl alwaysdata.net bubbleapps.io notion.site carrd.co readthedocs.io translate.goog ngrok.io ngrok.app " +
    "ngrok-free.app trycloudflare.com loca.lt duckdns.org dyndns.org no-ip.org hopto.org eu.org us.com uk.com de.com"
  ).split(" "),
);

/** Top-level domains of one machine or one house, which are nobody's. */
const PRIVATE = new Set(["localhost", "local", "internal", "lan", "home", "intranet"]);

/** Whether a domain is a public suffix; `false` may mean that the list here does not know it. */
export function isPublicSuffix(domain: string): boolean {
  const name = domain.replace(/^\.|\.$/g, "").toLowerCase();
  const labels = name.split(".");
  const [level = "", top = ""] = labels;
  if (labels.length === 1) return level !== "" && !PRIVATE.has(level) && !/^\d+$|[:[\]]/.test(level);
  if (HOSTING.has(name)) return true;
  return (
    labels.length === 2 &&
    /^[a-z]{2}$/.test(top) &&
    (SHARED_LEVELS.has(level) || (HOSTING.has(`${level}.com`) && level === "blogspot"))
  );
}
