import type { Language } from "../../bilingual";
import { elementsUnder } from "../../display/safe/safeHtml";
import { TRACE_PAGE } from "./traces";
import { TRACE } from "./traceWords";

/**
 * Makes every printed number whose trace the site has a link to it.
 *
 * @param traced  the traces there are, by id
 * @returns whether there is such a number
 */
export function linkPlaces(root: ParentNode, traced: ReadonlySet<string>, language: Language): boolean {
  const cells = elementsUnder(root).filter((found) => found.localName === "td" && traced.has(found.getAttribute("data-coefficient") ?? ""));
  for (const cell of cells) {
    const link = cell.ownerDocument.createElement("a");
    link.className = "traced";
    link.setAttribute("href", `${TRACE_PAGE}.html#${cell.getAttribute("data-coefficient")!}`);
    link.title = TRACE.whence[language];
    link.append(...Array.from(cell.childNodes));
    cell.append(link);
  }
  return cells.length > 0;
}
