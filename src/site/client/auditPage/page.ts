import type { Language } from "../../../bilingual";
import type { DocumentLibraries } from "../../../published/table/documents/libraries";
import { aroundTable } from "./around";
import { button, element } from "./element";
import { problemsOf, type Problem } from "./problems";
import { readDropped } from "./readDropped";
import { readPasted, sentenceOf } from "./readPasted";
import { auditSheet, reportView } from "./report";
import type { Sheet } from "./sheet";
import { doubtLists } from "./doubtLists";
import { sheetTable, termRow, type Making } from "./sheetTable";
import { sourceBox } from "./source";
import { type Say, sayIn } from "./words";

/**
 * The audit page at work: paste or file → what was understood → report, one section below the other.
 *
 * @param libraries  what reads documents, loaded with the first of them
 */
export function startAuditPage(root: HTMLElement, language: Language, example: string | null, libraries: DocumentLibraries): void {
  const say = sayIn(language);
  const status = element("p", { class: "visually-hidden", role: "status" });
  const said = element("p", { class: "file-said", hidden: true });
  const failed = element("div", { class: "trouble", role: "alert" });
  const below = element("div", {});
  let turn = 0; // a file that is still being read when the next is asked for is forgotten

  const begin = (sentence = ""): number => {
    failed.replaceChildren();
    below.replaceChildren();
    said.hidden = sentence === "";
    status.textContent = said.textContent = sentence;
    return ++turn;
  };
  const fail = (sentence: string): void => {
    said.hidden = true;
    failed.replaceChildren(element("p", {}, sentence));
  };
  const show = (sheet: Sheet): void => {
    below.append(...understood(sheet, say, language, status));
    status.textContent = say("readDone")(sheet.models.length, sheet.rows.length, sheet.unsure.length);
    focusOn(below.querySelector("h2"));
  };
  const read = (): void => {
    begin();
    try {
      show(readPasted(source.text(), say));
    } catch (error) {
      fail(sentenceOf(error, say, language));
    }
  };
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return; // a folder, or nothing chosen
    const mine = begin(say("readingFile")(files[0].name));
    if (files.length > 1) return fail(say("oneFile")(files.length));
    try {
      const { sheet, text } = await readDropped(new Uint8Array(await files[0].arrayBuffer()), files[0].name, say, libraries);
      if (mine !== turn) return;
      source.setText(text);
      said.textContent = say("fileRead")(files[0].name);
      show(sheet);
    } catch (error) {
      if (mine === turn) fail(sentenceOf(error, say, language));
    }
  };
  const source = sourceBox(say, example, { read, take: (files) => void take(files) });
  root.replaceChildren(section("paste", say("paste"), source.element, said, failed), status, below);
}

/** The second section, which makes the third. */
function understood(sheet: Sheet, say: Say, language: Language, status: HTMLElement): HTMLElement[] {
  const trouble = element("div", { class: "trouble", role: "alert" });
  const report = element("section", { "aria-labelledby": "report", hidden: true });
  const stale = element("p", { class: "caution stale" }, say("stale"));
  const making: Making = {
    sheet, say, language, names: [],
    changed: () => {
      stale.hidden = report.hidden;
      around.refresh();
    },
    redraw: () => draw(),
  };
  const around = aroundTable(making);
  const [frame, doubts] = [element("div", {}), element("div", {})];
  const draw = (): void => {
    const table = sheetTable(making);
    frame.replaceChildren(table);
    doubts.replaceChildren(...doubtLists(making, table));
  };
  draw();
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
      trouble.replaceChildren(element("p", {}, sentenceOf(error, say, language)));
    }
  };
  const addRow = (): void => {
    const i = sheet.rows.push({ term: freeTerm(sheet), label: "", cells: Object.fromEntries(sheet.models.map(({ id }) => [id, { coefficient: "", standardError: "" }])) }) - 1;
    const made = termRow(making, i);
    frame.querySelectorAll("tbody")[1].append(made);
    made.querySelector("input")!.focus();
  };
  const part = section("understood", say("understood"),
    element("p", { class: "note" }, say("understoodHelp")), doubts, frame,
    element("p", { class: "buttons" }, button(say("addRow"), "", addRow)), around.element,
    element("p", {}, element("label", { for: "table-name" }, `${say("source")} `), name),
    element("p", { class: "buttons" }, button(say("audit"), "main", run)), trouble);
  return [part, report];
}

const section = (id: string, title: string, ...children: HTMLElement[]): HTMLElement =>
  element("section", { "aria-labelledby": id }, element("h2", { id, tabindex: "-1" }, title), ...children);

/** A name for a term that no other has. */
function freeTerm({ rows }: Sheet): string {
  let k = 1;
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
