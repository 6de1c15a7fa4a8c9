import type { Supposition, Unsure, Unused } from "../../../published/publishedTable";
import { doubtWords, fieldWords, valueWords, whereWords } from "./doubtWords";
import { element } from "./element";
import { boxOf } from "./problems";
import { type Sheet, spoken } from "./sheet";
import { named, type Making } from "./sheetTable";

/** What is unsure, what was supposed and what was not used: a list each. Each reason leads to its box, which is marked and described by it. */
export function doubtLists(making: Making, table: ParentNode): HTMLElement[] {
  const { sheet, say } = making;
  const there = ({ model }: { readonly model?: string | null }): boolean => model === undefined || model === null || sheet.models.some(({ id }) => id === model);
  const unsure = sheet.unsure.filter(there);
  const supposed = ((sheet.rest["supposed"] ?? []) as readonly Supposition[]).filter(there);
  const unused = (sheet.rest["unused"] ?? []) as readonly Unused[];
  const lists = [
    list("doubts", say("unsureHead"), unsure.map((doubt, k) => doubtItem(making, table, `unsure-${k + 1}`, doubt))),
    list("doubts", say("supposedHead"), supposed.map(({ field, model, why, value }, k) => doubtItem(making, table, `supposed-${k + 1}`, { model: model ?? null, term: null, field, why }, value))),
    list("doubts unused", say("unusedHead"), unused.map(({ where, text }) => element("li", {}, say("supposedAs")(whereWords(making.language, where), text)))),
  ].filter((made) => made !== undefined);
  return unsure.length + supposed.length > 0 ? lists : [element("p", { class: "sure" }, say("sure")), ...lists];
}

const list = (style: string, title: string, items: readonly HTMLElement[]): HTMLElement | undefined =>
  items.length === 0 ? undefined : element("div", { class: style }, element("h3", {}, `${title} (${items.length})`), element("ul", {}, ...items));

function doubtItem(making: Making, table: ParentNode, id: string, doubt: Unsure, value?: string): HTMLElement {
  const { sheet, say, language } = making;
  const why = doubtWords(language, doubt);
  const boxes = boxesOf(sheet, doubt).flatMap((name) => table.querySelector<HTMLElement>(`[id="${name}"]`) ?? []);
  for (const marked of boxes) {
    marked.classList.add("unsure");
    marked.title = why.text;
    marked.setAttribute("aria-describedby", [marked.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  }
  const where = boxes.length > 0 ? element("a", { href: `#${boxes[0].id}` }) : element("strong");
  named(making, () => {
    const place = placeOf(sheet, doubt, (field) => fieldWords(language, field));
    where.textContent = value === undefined ? place : say("supposedAs")(place, valueWords(language, value));
  });
  return element("li", { id },
    where.textContent === "" ? undefined : where,
    where.textContent === "" ? "" : language === "zh" ? "。" : ". ", element("span", { lang: why.language === "zh" ? "zh-Hans" : "en" }, why.text));
}

/** Where it stands, as the page calls model, row and field. */
function placeOf({ models, rows }: Sheet, { model, term, field }: Unsure, called: (field: string) => string): string {
  const column = models.find(({ id }) => id === model);
  const label = rows.find((one) => one.term === term)?.label ?? term;
  return [column ? spoken(column) : model, label, field === null ? null : called(field)].filter((part) => part !== null).join(", ");
}

/** The boxes that a doubt is about. */
function boxesOf({ models, rows }: Sheet, { model, term, field }: Unsure): string[] {
  const j = models.findIndex(({ id }) => id === model);
  if (term === null) return j < 0 || field === null ? [] : [boxOf.model(j, field)];
  const i = rows.findIndex((one) => one.term === term);
  if (i < 0) return [];
  if (field === "label" || j < 0) return [boxOf.label(i)];
  return field === "se" ? [boxOf.cell(i, j, "standardError")] : field === null ? [boxOf.label(i)] : [boxOf.cell(i, j, "coefficient")];
}
