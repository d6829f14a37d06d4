import { type FSWatcher, readFileSync, unwatchFile, watch, watchFile } from "node:fs";
import { dirname } from "node:path";
import type { Site } from "../../vocabulary/site.ts";
import { checkConfiguration } from "./checkConfiguration.ts";
import type { Problem } from "./Problem.ts";
import { readConfiguration } from "./readConfiguration.ts";

export interface ConfigurationListener {
  /** A new file that is right: its sites, complete. */
  onChange(sites: Site[], warnings: Problem[]): void;
  /** A new file that is wrong or gone: the old sites stay. */
  onError(problems: Problem[]): void;
}

export interface ConfigurationWatch {
  close(): void;
}

/** Editors write in several steps: what happens within this time is one change, milliseconds. */
const SETTLE = 50;
/** How often the file is looked at where the system reports nothing: network and container mounts, milliseconds. */
const POLL = 2000;

/**
 * Tells of each change of a configuration file's content after the call, once. Watches the folder, since an
 * editor that saves by renaming replaces the file that a watch on it would hold.
 */
export function watchConfiguration(file: string, listener: ConfigurationListener): ConfigurationWatch {
  let known = contentOf(file);
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;

  const look = (isRetry: boolean) => {
    timer = undefined;
    const content = contentOf(file);
    if (content === known) return;
    // Between the two steps of a replacement the file is missing or empty: look again before saying so.
    if (!content && !isRetry) {
      timer = setTimeout(look, 4 * SETTLE, true);
      return;
    }
    known = content;
    const { ok, errors, warnings, sites } =
      content === undefined ? readConfiguration(file) : checkConfiguration(content, file);
    if (ok) listener.onChange(sites, warnings);
    else listener.onError(errors);
  };
  const changed = () => {
    timer ??= setTimeout(look, SETTLE, false);
  };

  try {
    watcher = watch(dirname(file), { persistent: false }, changed);
    watcher.on("error", () => watcher?.close());
  } catch {
    // No watches left (inotify limits), or a file system without: the poll below remains.
  }
  watchFile(file, { persistent: false, interval: POLL }, changed);

  return {
    close() {
      clearTimeout(timer);
      watcher?.close();
      unwatchFile(file, changed);
    },
  };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
