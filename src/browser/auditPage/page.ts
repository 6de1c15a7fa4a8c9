import type { Language } from "../../bilingual";
import { aroundTable } from "./around";
import { button, element } from "./element";
import { problemsOf, type Problem } from "./problems";
import { readPasted, sentenceOf } from "./readPasted";
import { auditSheet, reportView } from "./report";
import type { Sheet } from "./sheet";
import { sheetTable, termRow, unsureList, type Making } from "./sheetTable";
import { sourceBox } from "./source";
import { type Say, sayIn } from "./words";

/** The audit page at work: paste → what was understood → report, one section below the other. */
export function startAuditPage(root: HTMLElement, language: Language, example: string | null): void {
  const say = sayIn(language);
  const status = element("p", { class: "visually-hidden", role: "status" });
  const failed = element("div", { class: "trouble", role: "alert" });
  const below = element("div", {});
  const fail = (...trouble: (Node | string)[]): void => failed.replaceChildren(...trouble);

  const read = (): void => {
    fail();
    below.replaceChildren();
    try {
      const sheet = readPasted(source.text(), say);
      below.append(...understood(sheet, say, language, status));
      status.textContent = say("readDone")(sheet.models.length, sheet.rows.length, sheet.unsure.length);
      focusOn(below.querySelector("h2"));
    } catch (error) {
      fail(element("p", {}, sentenceOf(error, say)));
    }
  };
  const source = sourceBox(say, example, read, (sentence) => fail(element("p", {}, sentence)));
  root.replaceChildren(section("paste", say("paste"), source.element, failed), status, below);
}

/** The second section, which makes the third. */
function understood(sheet: Sheet, say: Say, language: Language, status: HTMLElement): HTMLElement[] {
  const trouble = element("div", { class: "trouble", role: "alert" });
  const report = element("section", { "aria-labelledby": "report", hidden: true });
  const stale = element("p", { class: "caution stale", hidden: true }, say("stale"));
  const making: Making = {
    sheet, say, language,
    changed: () => {
      stale.hidden = report.hidden;
      around.refresh();
    },
  };
  const around = aroundTable(making);
  const table = sheetTable(making);
  const name = element("input", { id: "table-name", type: "text", class: "words", autocomplete: "off" });
  const run = (): void => {
    const problems = problemsOf(sheet, say);
    trouble.replaceChildren(...(problems.length > 0 ? [problemList(problems, say)] : []));
    if (problems.length > 0) return;
    status.textContent = say("auditing");
    setTimeout(() => show(), 30); // after the browser has said so
  };
  const show = (): void => {
    try {
      const audited = auditSheet(sheet, name.value);
      report.replaceChildren(element("h2", { id: "report", tabindex: "-1" }, say("report")), stale, reportView(audited, say, language));
      report.hidden = false;
      stale.hidden = true;
      const proved = audited.report.findings.filter(({ severity }) => severity === "inconsistent").length;
      status.textContent = say("done")(proved, audited.report.findings.length - proved);
      focusOn(report.querySelector("h2"));
      dispatchEvent(new Event("resize")); // the page sees anew which tables scroll
    } catch (error) {
      trouble.replaceChildren(element("p", {}, sentenceOf(error, say)));
    }
  };
  const addRow = (): void => {
    const i = sheet.rows.push({ term: freeTerm(sheet), label: "", cells: Object.fromEntries(sheet.models.map(({ id }) => [id, { coefficient: "", standardError: "" }])) }) - 1;
    const made = termRow(making, i);
    table.querySelectorAll("tbody")[1].append(made);
    made.querySelector("input")!.focus();
  };
  const part = section("understood", say("understood"),
    element("p", { class: "note" }, say("understoodHelp")), unsureList(making, table), table,
    element("p", { class: "buttons" }, button(say("addRow"), "", addRow)), around.element,
    element("p", {}, element("label", { for: "table-name" }, `${say("source")} `), name),
    element("p", { class: "buttons" }, button(say("audit"), "main", run)), trouble);
  return [part, report];
}

const section = (id: string, title: string, ...children: HTMLElement[]): HTMLElement =>
  element("section", { "aria-labelledby": id }, element("h2", { id, tabindex: "-1" }, title), ...children);

/** A name for a term that no other has. */
function freeTerm({ rows }: Sheet): string {
  let k = rows.length + 1;
  while (rows.some(({ term }) => term === `row ${k}`)) k++;
  return `row ${k}`;
}

/** Each sentence leads to its box, which is marked. */
function problemList(problems: readonly Problem[], say: Say): HTMLElement {
  for (const { box } of problems) document.getElementById(box)?.setAttribute("aria-invalid", "true");
  return element("div", {}, element("p", {}, say("cannot")), element("ul", {}, ...problems.map(({ box, sentence }) => element("li", {}, element("a", { href: `#${box}` }, sentence)))));
}

function focusOn(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView?.({ block: "start" });
}
