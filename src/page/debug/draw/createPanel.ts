import { callSafely } from "../../ground/callSafely.ts";
import type { Report } from "../Report.ts";
import { appendable, h } from "./h.ts";
import { SECTIONS, summary, type Words } from "./sections.ts";
import { STYLE } from "./style.ts";

export interface Panel {
  draw(report: Report): void;
  close(): void;
}

/**
 * The overlay's own element on the page, and its shadow root: all that it ever writes to.
 *
 * @param onRefresh the visitor wants it looked at again
 * @param onClose it has been closed
 */
export function createPanel(words: Words, onRefresh: () => void, onClose: () => void): Panel {
  const { say, language } = words;
  // The names first: the script looks at each shadow root that is attached.
  const host = h("div", { "data-mgt-debug": true, "data-mgt-noswap": true, lang: language });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  /** Where the focus was. */
  const before = document.activeElement as HTMLElement | null;
  const body = h("div", { class: "body", tabindex: "0" });
  const byHand = h("div", { hidden: true });
  const site = h("small", {});
  const closed = new Set<string>(["stored"]);
  let latest: Report | undefined;
  let drawn = "";

  function close(): void {
    host.remove();
    before?.focus?.();
    onClose();
  }

  async function copy({ currentTarget }: Event): Promise<void> {
    const text = JSON.stringify(latest, null, 2);
    const button = currentTarget as HTMLElement;
    try {
      await navigator.clipboard.writeText(text);
      button.replaceChildren(say("copied"));
    } catch {
      // Without a secure page, or permission, there is no clipboard.
      const area = h("textarea", { readonly: true, "aria-label": say("copyByHand") }) as HTMLTextAreaElement;
      area.append(text);
      byHand.replaceChildren(h("p", {}, say("copyByHand")), area);
      byHand.removeAttribute("hidden");
      area.select();
    }
  }

  const closeButton = h(
    "button",
    { type: "button", class: "close", "aria-label": say("close"), title: say("close"), click: close },
    "×",
  );
  root.append(
    h(
      "section",
      {
        class: "panel",
        role: "dialog",
        "aria-label": say("title"),
        keydown: (event) => {
          if ((event as KeyboardEvent).key === "Escape") close();
          // The page has its own keys.
          event.stopPropagation();
        },
      },
      h(
        "header",
        {},
        h("h2", { id: "title" }, "mgt ", site),
        h("button", { type: "button", click: onRefresh }, say("refresh")),
        h("button", { type: "button", click: (event) => void copy(event) }, say("copy")),
        closeButton,
      ),
      body,
    ),
  );
  (document.body || document.documentElement).append(host);
  closeButton.focus();

  return {
    close,
    draw(report) {
      latest = report;
      const text = JSON.stringify(report);
      // What is read, opened or focused stays so.
      if (text === drawn) return;
      drawn = text;
      const { scrollTop } = body;
      const focused = (root.activeElement as HTMLElement | null)?.dataset.name;
      site.replaceChildren(report.key || "");
      const sections = SECTIONS.map((section) => {
        const [badge, tone] = section.badge?.(report, words) ?? ["", ""];
        return h(
          "details",
          {
            open: !closed.has(section.name),
            toggle: ({ currentTarget }) => {
              if ((currentTarget as HTMLDetailsElement).open) closed.delete(section.name);
              else closed.add(section.name);
            },
          },
          h(
            "summary",
            { "data-name": section.name },
            h("h3", {}, say(section.name)),
            badge !== "" && h("span", { class: `tag ${tone}` }, badge),
          ),
          h("div", { class: "inner" }, callSafely(section.draw, report, words)),
        );
      });
      body.replaceChildren(...appendable([summary(report, words), byHand, sections]));
      body.scrollTop = scrollTop;
      if (focused) (root.querySelector(`[data-name="${focused}"]`) as HTMLElement | null)?.focus();
    },
  };
}
