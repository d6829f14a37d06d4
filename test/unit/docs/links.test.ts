import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorOf, documents, headings, links, ROOT, readDocument } from "../../support/markdown.ts";

const anchors = (path: string): string[] => {
  const seen = new Map<string, number>();
  return headings(readDocument(path)).map((heading) => {
    const anchor = anchorOf(heading);
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
};

/** The introduction is read at the head of `managers.md`, whose sections it links. */
const READ = documents().filter((path) => !path.endsWith("managers.intro.md"));

describe.each(READ)("%s", (path) => {
  test("its links lead somewhere", () => {
    const broken = links(readDocument(path)).filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : normalize(join(dirname(path), decodeURIComponent(file)));
      if (!existsSync(join(ROOT, target))) return true;
      return (
        anchor !== undefined &&
        target.endsWith(".md") &&
        !anchors(target).includes(decodeURIComponent(anchor))
      );
    });
    expect(broken).toEqual([]);
  });
});
