import { audit, type AuditReport } from "../../../audit/audit";
import { auditHtml, reportSections } from "../../../display/auditReport/auditHtml";
import type { Language } from "../../../bilingual";
import { parsePublished } from "../../../published/parsePublished";
import type { PublishedTable } from "../../../published/publishedTable";
import { download } from "./download";
import { button, element } from "./element";
import { publishedJson, type Sheet } from "./sheet";
import type { Say } from "./words";

export interface Audited {
  readonly published: PublishedTable;
  readonly report: AuditReport;
}

/**
 * The audit of a sheet, as of something printed: standard errors may be missing, whatever form the table came in.
 * @throws {BadInput} whatever `problemsOf` did not see
 */
export function auditSheet(sheet: Sheet, source: string): Audited {
  const published = parsePublished({ supposed: [], ...(publishedJson(sheet) as object), ...(source.trim() && { source: source.trim() }) }, "table");
  return { published, report: audit(published) };
}

/** The report as `sojourn audit --html` writes it, in the page's language, with what can be taken away. */
export function reportView({ published, report }: Audited, say: Say, language: Language): HTMLElement {
  const body = element("div", { class: "audit-report", "data-language": language });
  body.innerHTML = reportSections(report, published); // the same code as in the file: whatever comes from the table is escaped there
  for (const frame of body.querySelectorAll(".wide")) {
    frame.className = "table-frame";
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", shownText(frame.querySelector("caption"), language));
  }
  return element("div", {},
    element("p", { class: "buttons" },
      button(say("saveReport"), "", () => download("audit.html", "text/html", auditHtml(published, report))),
      button(say("saveJson"), "", () => download("audit.json", "application/json", JSON.stringify(report, null, 2))),
      button(say("saveTable"), "", () => download("table.json", "application/json", JSON.stringify(published, null, 2)))),
    body);
}

const shownText = (part: Element | null, language: Language): string => part?.querySelector(`[lang="${language}"]`)?.textContent ?? "";
