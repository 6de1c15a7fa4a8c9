import type { Language } from "../../bilingual";
import { doubtIn } from "./doubtWords";
import { element } from "./element";
import { boxOf } from "./problems";
import type { Sheet, SheetModel } from "./sheet";
import type { Say } from "./words";

/** What the boxes of a sheet's table are made with. */
export interface Making {
  readonly sheet: Sheet;
  readonly say: Say;
  readonly language: Language;
  /** Called whenever a box was changed. */
  readonly changed: () => void;
}

/** A sheet as a table in which every cell is a box; what is unsure is marked there and told above. */
export function sheetTable(making: Making): HTMLElement {
  const { sheet, say } = making;
  const span = String(sheet.models.length + 1);
  const table = element("table", { class: "sheet" },
    element("caption", {}, say("caption")),
    element("thead", {}, row(headerCell("col", say("heading")), sheet.models.map((model, j) => headerCell("col", modelBox(making, model, j, "heading"))))),
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

/** What a model is called to someone who hears the table. */
const spoken = ({ id, heading, group }: SheetModel): string => [heading, group].filter((text) => text.trim() !== "").join(" ") || id;

export function termRow(making: Making, i: number): HTMLElement {
  const { sheet, say } = making;
  const { label, cells } = sheet.rows[i];
  const name = box(making, { id: boxOf.label(i), value: label, label: `${say("label")}, ${say("row")(i + 1)}`, style: "name" }, (text) => { sheet.rows[i].label = text; });
  return row(headerCell("row", name), sheet.models.map((model, j) => {
    const cell = cells[model.id];
    const what = `${spoken(model)}, ${label}`;
    return element("td", { class: "coefficient" },
      box(making, { id: boxOf.cell(i, j, "coefficient"), value: cell.coefficient, label: `${what}: ${say("coefficient")}`, style: "number" }, (text) => { cell.coefficient = text; }),
      box(making, { id: boxOf.cell(i, j, "standardError"), value: cell.standardError, label: `${what}: ${say("standardError")}`, style: "number error" }, (text) => { cell.standardError = text; }));
  }));
}

function modelBox(making: Making, model: SheetModel, j: number, field: "heading" | "group" | "n" | "pseudoR2" | "logLik"): HTMLElement {
  const isNumber = !["heading", "group"].includes(field);
  return box(making, { id: boxOf.model(j, field), value: model[field], label: `${making.say(field)}, ${field === "heading" ? model.id : spoken(model)}`, style: isNumber ? "number" : "words" }, (text) => { model[field] = text; });
}

function familyBox({ say, changed }: Making, model: SheetModel, j: number): HTMLElement {
  const select = element("select", { id: boxOf.model(j, "family"), "aria-label": `${say("family")}, ${spoken(model)}` },
    element("option", { value: "binary logit" }, say("binary")), element("option", { value: "ordered logit" }, say("ordered")));
  select.value = model.family;
  select.addEventListener("change", () => {
    model.family = select.value as SheetModel["family"];
    changed();
  });
  return select;
}

function box({ changed }: Making, { id, value, label, style }: { id: string; value: string; label: string; style: string }, take: (text: string) => void): HTMLInputElement {
  const made = element("input", { id, class: style, type: "text", "aria-label": label, autocomplete: "off", spellcheck: false });
  made.value = value;
  made.addEventListener("input", () => {
    take(made.value);
    made.removeAttribute("aria-invalid");
    changed();
  });
  return made;
}

/** What is unsure, as a list; each reason leads to its box, which is marked and described by it. */
export function unsureList({ sheet, say, language }: Making, root: ParentNode): HTMLElement {
  if (sheet.unsure.length === 0) return element("p", { class: "sure" }, say("sure"));
  const items = sheet.unsure.map((doubt, k) => {
    const why = doubtIn(language, doubt.why);
    const id = `unsure-${k + 1}`;
    const boxes = boxesOf(sheet, doubt).flatMap((name) => root.querySelector<HTMLElement>(`[id="${name}"]`) ?? []);
    for (const marked of boxes) {
      marked.classList.add("unsure");
      marked.title = why.text;
      marked.setAttribute("aria-describedby", [marked.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
    }
    const where = [doubt.model, doubt.term, doubt.field].filter((part) => part !== null).join(", ");
    return element("li", { id },
      where === "" ? undefined : boxes.length > 0 ? element("a", { href: `#${boxes[0].id}` }, where) : element("strong", {}, where),
      where === "" ? "" : ": ", element("span", { lang: why.language === "zh" ? "zh-Hans" : "en" }, why.text));
  });
  return element("div", { class: "doubts" }, element("h3", {}, `${say("unsureHead")} (${items.length})`), element("ul", {}, ...items));
}

/** The boxes that a doubt is about. */
function boxesOf({ models, rows }: Sheet, { model, term, field }: Sheet["unsure"][number]): string[] {
  const j = models.findIndex(({ id }) => id === model);
  if (term === null) return j < 0 || field === null ? [] : [boxOf.model(j, field)];
  const i = rows.findIndex((one) => one.term === term);
  if (i < 0) return [];
  if (field === "label" || j < 0) return [boxOf.label(i)];
  return field === "se" ? [boxOf.cell(i, j, "standardError")] : field === null ? [boxOf.label(i)] : [boxOf.cell(i, j, "coefficient")];
}
