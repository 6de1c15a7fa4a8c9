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
  /** Draws the table anew, where rows or models were taken out. */
  readonly redraw: () => void;
}

/** A sheet as a table in which every cell is a box. */
export function sheetTable(making: Making): HTMLElement {
  const { sheet, say } = making;
  const span = String(sheet.models.length + 1);
  const table = element("table", { class: "sheet" },
    element("caption", {}, say("caption")),
    element("thead", {}, row(headerCell("col", say("heading")), sheet.models.map((model, j) => element("th", { scope: "col" }, modelBox(making, model, j, "heading"),
      sheet.models.length > 1 && takeOut(making, say("removeModel")(spoken(model)), () => removeModel(sheet, model.id)))))),
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
  const { term, label, cells } = sheet.rows[i];
  const name = box(making, { id: boxOf.label(i), value: label, label: `${say("label")}, ${say("row")(i + 1)}`, style: "name" }, (text) => { sheet.rows[i].label = text; });
  const out = takeOut(making, say("removeRow")(label || say("row")(i + 1)), () => removeRow(sheet, term));
  return row(element("th", { scope: "row" }, name, out), sheet.models.map((model, j) => {
    const cell = cells[model.id];
    const what = `${spoken(model)}, ${label}`;
    return element("td", { class: "coefficient" },
      box(making, { id: boxOf.cell(i, j, "coefficient"), value: cell.coefficient, label: `${what}: ${say("coefficient")}`, style: "number" }, (text) => { cell.coefficient = text; sheet.settled.add(cellKey(model.id, term)); }),
      box(making, { id: boxOf.cell(i, j, "standardError"), value: cell.standardError, label: `${what}: ${say("standardError")}`, style: "number error" }, (text) => { cell.standardError = text; sheet.settled.add(cellKey(model.id, term)); }));
  }));
}

function takeOut(making: Making, label: string, remove: () => void): HTMLElement {
  const made = button("×", "take-out", () => {
    remove();
    making.changed();
    making.redraw();
  });
  made.setAttribute("aria-label", label);
  made.title = label;
  return made;
}

function modelBox(making: Making, model: SheetModel, j: number, field: "heading" | "group" | "n" | "pseudoR2" | "logLik"): HTMLElement {
  const isNumber = !["heading", "group"].includes(field);
  return box(making, { id: boxOf.model(j, field), value: model[field], label: `${making.say(field)}, ${field === "heading" ? model.id : spoken(model)}`, style: isNumber ? "number" : "words" }, (text) => {
    model[field] = text;
    making.sheet.settled.add(cellKey(model.id, null));
  });
}

function familyBox({ sheet, say, changed }: Making, model: SheetModel, j: number): HTMLElement {
  const select = element("select", { id: boxOf.model(j, "family"), "aria-label": `${say("family")}, ${spoken(model)}` },
    element("option", { value: "binary logit" }, say("binary")), element("option", { value: "ordered logit" }, say("ordered")), element("option", { value: "other" }, say("other")));
  select.value = model.family;
  select.addEventListener("change", () => {
    model.family = select.value as SheetModel["family"];
    sheet.settled.add(`family/${model.id}`);
    changed();
  });
  return select;
}

function box({ changed }: Making, { id, value, label, style }: { id: string; value: string; label: string; style: string }, take: (text: string) => void): HTMLInputElement {
  const made = element("input", { id, class: style, type: "text", "aria-label": label, autocomplete: "off", spellcheck: "false" });
  made.value = value;
  made.addEventListener("input", () => {
    take(made.value);
    made.removeAttribute("aria-invalid");
    changed();
  });
  return made;
}
