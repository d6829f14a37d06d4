import type { ManagerName } from "../../src/vocabulary/managers.ts";
import { MODES, type ModeName } from "../../src/vocabulary/modes.ts";
import { isLanguage, type Language } from "./languages.ts";
import { isDemoManager } from "./managerChoices.ts";
import { isPage, type PageName } from "./sitePage.ts";

export interface SitePath {
  language: Language;
  mode: ModeName;
  /** Missing: the site's own. */
  manager?: ManagerName;
  page: PageName;
}

/**
 * `{language}/{mode}/{page}` or `{language}/{mode}~{manager}/{page}`: relative links keep all but the page,
 * and arrival parameters stay free for what a real arrival has.
 */
export function sitePath(path: string): SitePath | undefined {
  const [language = "", staged = "", page = "", ...rest] = path.split("/");
  const [mode = "", manager, ...more] = staged.split("~");
  if (rest.length + more.length > 0) return undefined;
  if (!isLanguage(language) || !Object.hasOwn(MODES, mode) || !isPage(page)) return undefined;
  const asked = { language, mode: mode as ModeName, page };
  if (manager === undefined) return asked;
  return isDemoManager(manager) ? { ...asked, manager } : undefined;
}
