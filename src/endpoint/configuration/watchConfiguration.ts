import { type FSWatcher, unwatchFile, watch, watchFile } from "node:fs";
import { dirname } from "node:path";
import type { Site } from "../../vocabulary/site.ts";
import type { Problem } from "./Problem.ts";
import { type Content, checkContent, contentOf } from "./readConfiguration.ts";

export interface ConfigurationListener {
  /** A new file that is right: its sites, complete, and its text. */
  onChange(sites: Site[], warnings: Problem[], text?: string): void;
  /** A new file that is wrong or gone: the old sites stay. `text` is what was read of it. */
  onError(problems: Problem[], text?: string): void;
}

export interface ConfigurationWatch {
  close(): void;
}

/** Editors write in several steps: what happens within this time is one change, milliseconds. */
const SETTLE_MS = 50;
/** How often the file is looked at where the system reports nothing: network and container mounts, milliseconds. */
const POLL_MS = 2000;

/**
 * Tells of each change of a configuration file's content after the call, once. Watches the folder, since an
 * editor that saves by renaming replaces the file that a watch on it would hold.
 */
export function watchConfiguration(file: string, listener: ConfigurationListener): ConfigurationWatch {
  let told = identity(contentOf(file));
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;

  const look = (isRetry: boolean) => {
    timer = undefined;
    const content = contentOf(file);
    if (identity(content) === told) return;
    // Between the two steps of a replacement the file is missing or empty: look again before saying so.
    if (!isRetry && !(Buffer.isBuffer(content) && content.length > 0)) {
      timer = setTimeout(look, 4 * SETTLE_MS, true);
      return;
    }
    told = identity(content);
    try {
      const { ok, errors, warnings, sites, text } = checkContent(content, file);
      if (ok) listener.onChange(sites, warnings, text);
      else listener.onError(errors, text);
    } catch (error) {
      // Thrown out of a timer it would end the process, and with it what is in force.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
  const changed = () => {
    timer ??= setTimeout(look, SETTLE_MS, false);
  };

  try {
    watcher = watch(dirname(file), { persistent: false }, changed);
    watcher.on("error", () => watcher?.close());
  } catch {
    // No watches left (inotify limits), or a file system without: the poll below remains.
  }
  watchFile(file, { persistent: false, interval: POLL_MS }, changed);

  return {
    close() {
      clearTimeout(timer);
      watcher?.close();
      unwatchFile(file, changed);
    },
  };
}

/** The same for the same bytes, or for the same reason why there are none. */
const identity = (content: Content): string =>
  Buffer.isBuffer(content) ? `=${content.toString("latin1")}` : content.failure;
