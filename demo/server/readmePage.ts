import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ManagerName } from "../../src/vocabulary/managers.ts";
import { managerFolder } from "./managerFolder.ts";
import { escapeHtml, render } from "./render.ts";

/** `code`, **strong**, [text](https://…) and <https://…>; escaped first, so that nothing else is markup. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      /^`.+`$/.test(part)
        ? `<code>${escapeHtml(part.slice(1, -1))}</code>`
        : escapeHtml(part)
            .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
            .replace(/\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g, '<a href="$2" rel="noreferrer">$1</a>')
            .replace(/&lt;(https:\/\/\S+?)&gt;/g, '<a href="$1" rel="noreferrer">$1</a>'),
    )
    .join("");
}

function table(lines: readonly string[]): string {
  const rows = lines.map((line) =>
    line
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => cell.trim()),
  );
  const [head = [], , ...body] = rows;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${row(head, "th")}</thead><tbody>${body.map((cells) => row(cells, "td")).join("\n")}</tbody></table>`;
}

/** A block of the README, its lines joined as Markdown joins them. */
function block(text: string): string {
  const lines = text.split("\n");
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading) return `<h${heading[1]?.length}>${inline(heading[2] ?? "")}</h${heading[1]?.length}>`;
  if (text.startsWith("|")) return table(lines);
  if (text.startsWith("- ")) {
    const items = text.slice(2).split(/\n- /);
    return `<ul>${items.map((item) => `<li>${inline(item.replace(/\s*\n\s*/g, " "))}</li>`).join("\n")}</ul>`;
  }
  return `<p>${inline(lines.join(" "))}</p>`;
}

/** The little of Markdown that the managers' READMEs use: headings, paragraphs, lists, tables. */
export function readmeHtml(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map(block)
    .join("\n");
}

/** What a README says of the manager's double; nothing where it has none. */
export function doubleIn(readme: string): string | undefined {
  const [, section] = readme.split(/^## The double$/m);
  const [, manager] = /^# (.+)$/m.exec(readme) ?? [];
  return section && `# ${manager}: the double\n${section.split(/^## /m)[0]}`;
}

/** What a manager's double imitates; `undefined` when there is nothing to tell. */
export async function readmePage(root: string, manager: ManagerName): Promise<string | undefined> {
  const [template, readme] = await Promise.all([
    readFile(join(root, "demo", "shell", "readme.html.tmpl"), "utf8"),
    readFile(join(dirname(managerFolder(root, manager)), "README.md"), "utf8"),
  ]);
  const double = doubleIn(readme);
  if (!double) return undefined;
  const title = /^# (.+)$/m.exec(double)?.[1] ?? manager;
  return render(template, { title, readme: readmeHtml(double) });
}
