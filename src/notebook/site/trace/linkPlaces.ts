import type { Language } from "../../../bilingual";
import { element } from "../fragment";
import { TRACE_PAGE } from "./tracePage";
import { TRACE } from "./traceWords";

/**
 * Makes every printed number whose trace the site has a link to it.
 *
 * @param traced  the traces there are, by id
 * @returns whether there is such a number
 */
export function linkPlaces(root: DocumentFragment, traced: ReadonlySet<string>, language: Language): boolean {
  const cells = Array.from(root.querySelectorAll("td[data-coefficient]")).filter((cell) => traced.has(cell.getAttribute("data-coefficient")!));
  for (const cell of cells) {
    const link = element("a", { class: "traced", href: `${TRACE_PAGE}.html#${cell.getAttribute("data-coefficient")!}`, title: TRACE.whence[language] });
    link.append(...Array.from(cell.childNodes));
    cell.append(link);
  }
  return cells.length > 0;
}
