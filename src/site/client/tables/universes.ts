import type { Bilingual, Language } from "../../../bilingual";
import { type UniversePoint, universePoint, universesIn } from "../../../display/figures/universesIn";
import { universeTable } from "../../../display/figures/universeTable";
import { safeTable } from "../../../display/safe/safeTable";
import type { Table } from "../../../display/table";

const WORDS = {
  choose: { en: "Table of a universe", zh: "查看某一设定的表格" },
  none: { en: "click a point, or choose here", zh: "点击图中一点，或在此选择" },
} as const satisfies Record<string, Bilingual>;

/** Shows beneath a figure the table of the universe whose point is clicked, or which is chosen from a list by the keyboard. */
export function followUniverses(language: Language, read: (table: Table) => readonly HTMLElement[]): void {
  document.addEventListener("sojourndrawn", (event) => {
    const figure = event.target as HTMLElement;
    const points = universesIn((event as CustomEvent<{ data: Parameters<typeof universesIn>[0] }>).detail.data);
    if (points.length > 0 && !figure.querySelector(".figure-universe")) offer(figure, points, language, read);
  });
  document.addEventListener("sojournpoint", (event) => {
    const { meta, record } = (event as CustomEvent<{ meta: unknown; record: unknown }>).detail;
    const point = universePoint(meta, record);
    const place = (event.target as HTMLElement).querySelector<HTMLElement>(".figure-universe > div");
    if (!point || !place) return;
    show(place, point, read);
    place.closest("section")!.querySelector("select")!.value = point.record.id;
    place.scrollIntoView({ block: "nearest" });
  });
}

function offer(figure: HTMLElement, points: readonly UniversePoint[], language: Language, read: (table: Table) => readonly HTMLElement[]): void {
  const section = document.createElement("section");
  section.className = "figure-universe";
  section.setAttribute("aria-label", WORDS.choose[language]);
  const label = section.appendChild(document.createElement("label"));
  label.textContent = `${WORDS.choose[language]} `;
  const select = label.appendChild(document.createElement("select"));
  select.append(new Option(WORDS.none[language], ""));
  const byId = new Map(points.map((point) => [point.record.id, point]));
  for (const [id, { record }] of byId) select.append(new Option(`${record.estimate.toFixed(3)}${record.stars} · ${id}`, id));
  const place = section.appendChild(document.createElement("div"));
  place.setAttribute("aria-live", "polite");
  select.addEventListener("change", () => {
    const point = byId.get(select.value);
    if (point) show(place, point, read);
    else place.replaceChildren();
  });
  figure.querySelector("figcaption")!.after(section);
}

const show = (place: HTMLElement, { meta, record }: UniversePoint, read: (table: Table) => readonly HTMLElement[]): void =>
  place.replaceChildren(...read(safeTable(universeTable(meta, record))));
