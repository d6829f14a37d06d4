import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eventually, Load, readiness, SITE } from "./Load.ts";
import type { Fault, Outcome } from "./Outcome.ts";
import { type ServeOptions, ServeProcess } from "./ServeProcess.ts";

/** More than the room to spare that readiness asks for, and no more than a small machine has as memory. */
const TMPFS_MB = 160;
/** Largest file, where no file system can be mounted: the size of the log that SQLite writes first. */
const FILE_BYTES = 3_000_000;
const NOBODY = 65_534;
const PATIENCE_MS = 60_000;

/** A disk, and how it becomes full and free again. */
interface Disk extends Pick<ServeOptions, "folder" | "wrapper" | "uid" | "gid"> {
  name: string;
  /** Readiness sees it: where single files are full, the small write that it tries may still fit. */
  isSeen: boolean;
  fill(served: ServeProcess): void;
  free(served: ServeProcess): void;
  remove(): void;
}

/** A disk that is full for a while, under load. */
export const fullDisk: Fault = async ({ folder }) => {
  const outcomes: Outcome[] = [];
  const disks = [
    () => tmpfs(join(folder, "disk-root"), "full file system, root"),
    () => tmpfs(join(folder, "disk-nobody"), "full file system, not root", NOBODY),
    () => fileLimit(join(folder, "disk-limit")),
  ];
  for (const make of disks) outcomes.push(...(await onDisk(make())));
  return outcomes;
};

async function onDisk(disk: Disk | Outcome): Promise<Outcome[]> {
  if ("isFine" in disk) return [disk];
  const { name, isSeen, folder, wrapper, uid, gid } = disk;
  const served = new ServeProcess({
    folder,
    sites: [SITE],
    ...(wrapper && { wrapper }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  });
  try {
    const address = await served.address;
    const load = new Load();
    load.start(address);
    const grew = (from: number) => eventually(() => load.acknowledged.size >= from + 200, PATIENCE_MS);
    const isTaking = await grew(0);
    disk.fill(served);
    const isRefusing = await eventually(() => (load.statuses.get(503) ?? 0) >= 50, PATIENCE_MS);
    const saysSo = isSeen && (await eventually(async () => (await readiness(address)) === 503, PATIENCE_MS));
    disk.free(served);
    const takesAgain = await grew(load.acknowledged.size);
    const isReady = await eventually(async () => (await readiness(address)) === 200, PATIENCE_MS);
    await load.stop();
    const { lost, doubled } = await load.judge(address);
    const code = await served.stop();
    const others = load.count((status) => status !== 204 && status !== 503);
    return [
      {
        fault: name,
        found: `${load.acknowledged.size} acknowledged, ${load.statuses.get(503) ?? 0} refused with 503, ${others} otherwise; ${saysSo ? "not ready while full; " : ""}${lost} lost, ${doubled} doubled; ${takesAgain ? "takes events again" : "takes none after"}`,
        isFine:
          [isTaking, isRefusing, takesAgain, isReady].every(Boolean) &&
          saysSo === isSeen &&
          lost + doubled + others === 0 &&
          code === 0,
      },
    ];
  } finally {
    await served.stop("SIGKILL");
    disk.remove();
  }
}

/** @param uid the endpoint's user; root's own where it is left out */
function tmpfs(folder: string, name: string, uid?: number): Disk | Outcome {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${TMPFS_MB}m,mode=777`, "mgt-faults", folder], {
      stdio: "pipe",
    });
  } catch {
    return { fault: name, found: "nothing can be mounted here", isFine: true, skipped: true };
  }
  const ballast = join(folder, "ballast");
  return {
    name,
    isSeen: true,
    folder: join(folder, "home"),
    ...(uid !== undefined && { uid, gid: uid }),
    fill() {
      try {
        for (;;) appendFileSync(ballast, Buffer.alloc(1024 * 1024));
      } catch {
        // Full to the last page.
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(4096));
        } catch {
          // Now it is.
        }
      }
    },
    free: () => rmSync(ballast),
    remove: () => void execFileSync("umount", [folder], { stdio: "pipe" }),
  };
}

/** A bound on the size of each file, which the process itself may lift: needs no root. */
function fileLimit(folder: string): Disk | Outcome {
  const name = "files that may not grow";
  try {
    execFileSync("prlimit", ["--fsize=1000000:unlimited", "true"], { stdio: "pipe" });
  } catch {
    return { fault: name, found: "no prlimit here", isFine: true, skipped: true };
  }
  const limit = (served: ServeProcess, bytes: number | "unlimited") => {
    execFileSync("prlimit", ["--pid", String(served.child.pid), `--fsize=${bytes}:unlimited`]);
  };
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  return {
    name,
    isSeen: false,
    folder,
    // Written beyond the bound, the signal would end the process before the error reaches it.
    wrapper: ["env", "--ignore-signal=XFSZ"],
    fill: (served) => limit(served, FILE_BYTES),
    free: (served) => limit(served, "unlimited"),
    remove: () => {},
  };
}
