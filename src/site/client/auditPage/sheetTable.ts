import type { Language } from "../../../bilingual";
import { button, element } from "./element";
import { boxOf } from "./problems";
import { cellKey, removeModel, removeRow, type Sheet, type SheetModel, spoken } from "./sheet";
import type { Say } from "./words";

/** What the boxes of a sheet's table are made with. */
export interface Making {
  readonly sheet: Sheet;
  readonly say: Say;
  readonly language: Language;
  /** Called whenever a box was changed. */
  readonly changed: () => void;
  /** What puts the names of rows and models right that boxes, buttons and doubts are called by, where one was renamed. */
  readonly names: (() => void)[];
  /** Draws the table anew, where rows or models were taken out. */
  readonly redraw: () => void;
}

/** A sheet as a table in which every cell is a box. */
export function sheetTable(making: Making): HTMLElement {
  const { sheet, say, names } = making;
  names.length = 0; // of the table that was drawn before
  const span = String(sheet.models.length + 1);
  const table = element("table", { class: "sheet" },
    element("caption", {}, say("caption")),
    element("thead", {}, row(headerCell("col", say("heading")), sheet.models.map((model, j) => element("th", { scope: "col" }, modelBox(making, model, j, "heading"),
      sheet.models.length > 1 && takeOut(making, () => say("removeModel")(spoken(model)), () => removeModel(sheet, model.id)))))),
    element("tbody", {},
      row(headerCell("row", say("group")), sheet.models.map((model, j) => element("td", {}, modelBox(making, model, j, "group")))),
      row(headerCell("row", say("family")), sheet.models.map((model, j) => element("td", {}, familyBox(making, model, j))))),
    element("tbody", {},
      row(element("th", { scope: "rowgroup", colspan: span }, say("variable")), []),
      ...sheet.rows.map((_, i) => termRow(making, i))),
    element("tbody", {}, ...(["n", "pseudoR2", "logLik"] as const).map((field) =>
      row(headerCell("row", say(field)), sheet.models.map((model, j) => element("td", {}, modelBox(making, model, j, field)))))));
  return element("div", { class: "table-frame", role: "group", "aria-label": say("caption") }, table);
}

const row = (head: HTMLElement, cells: readonly HTMLElement[]): HTMLElement => element("tr", {}, head, ...cells);
const headerCell = (scope: "row" | "col", content: Node | string): HTMLElement => element("th", { scope }, content);

export function termRow(making: Making, i: number): HTMLElement {
  const { sheet, say } = making;
  const of = sheet.rows[i];
  const { term, cells } = of;
  const called = (): string => of.label.trim() || say("row")(i + 1);
  const name = box(making, { id: boxOf.label(i), value: of.label, label: () => `${say("label")}, ${say("row")(i + 1)}`, style: "name" }, (text) => {
    of.label = text;
    rename(making);
  });
  const out = takeOut(making, () => say("removeRow")(called()), () => removeRow(sheet, term));
  return row(element("th", { scope: "row" }, name, out), sheet.models.map((model, j) => {
    const cell = cells[model.id];
    const what = (field: "coefficient" | "standardError") => (): string => `${spoken(model)}, ${called()}: ${say(field)}`;
    return element("td", { class: "coefficient" },
      box(making, { id: boxOf.cell(i, j, "coefficient"), value: cell.coefficient, label: what("coefficient"), style: "number" }, (text) => { cell.coefficient = text; sheet.settled.add(cellKey(model.id, term)); }),
      box(making, { id: boxOf.cell(i, j, "standardError"), value: cell.standardError, label: what("standardError"), style: "number error" }, (text) => { cell.standardError = text; sheet.settled.add(cellKey(model.id, term)); }));
  }));
}

/** Says a name that follows those of rows and models. */
export function named({ names }: Making, say: () => void): void {
  say();
  names.push(say);
}

const rename = ({ names }: Making): void => names.forEach((say) => say());

function takeOut(making: Making, label: () => string, remove: () => void): HTMLElement {
  const made = button("×", "take-out", () => {
    remove();
    making.changed();
    making.redraw();
  });
  named(making, () => {
    made.setAttribute("aria-label", label());
    made.title = label();
  });
  return made;
}

function modelBox(making: Making, model: SheetModel, j: number, field: "heading" | "group" | "n" | "pseudoR2" | "logLik"): HTMLElement {
  const isNumber = !["heading", "group"].includes(field);
  return box(making, { id: boxOf.model(j, field), value: model[field], label: () => `${making.say(field)}, ${field === "heading" ? model.id : spoken(model)}`, style: isNumber ? "number" : "words" }, (text) => {
    model[field] = text;
    making.sheet.settled.add(cellKey(model.id, null));
    if (!isNumber) rename(making);
  });
}

function familyBox(making: Making, model: SheetModel, j: number): HTMLElement {
  const { sheet, say, changed } = making;
  const select = element("select", { id: boxOf.model(j, "family") },
    element("option", { value: "binary logit" }, say("binary")), element("option", { value: "ordered logit" }, say("ordered")), element("option", { value: "other" }, say("other")));
  select.value = model.family;
  named(making, () => select.setAttribute("aria-label", `${say("family")}, ${spoken(model)}`));
  select.addEventListener("change", () => {
    model.family = select.value as SheetModel["family"];
    sheet.settled.add(`family/${model.id}`);
    changed();
  });
  return select;
}

function box(making: Making, { id, value, label, style }: { id: string; value: string; label: () => string; style: string }, take: (text: string) => void): HTMLInputElement {
  const made = element("input", { id, class: style, type: "text", autocomplete: "off", spellcheck: "false" });
  made.value = value;
  named(making, () => made.setAttribute("aria-label", label()));
  made.addEventListener("input", () => {
    take(made.value);
    made.removeAttribute("aria-invalid");
    making.changed();
  });
  return made;
}
