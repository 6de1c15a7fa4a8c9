// @vitest-environment jsdom
import { expect, test } from "vitest";
import { followUniverses } from "../../../src/site/client/tables/universes";

const meta = {
  universes: { en: "kin", zh: "亲属" }, synthetic: true,
  decisions: [{ id: "age", en: "Age", zh: "年龄", options: [
    { id: "square", paper: true, en: "printed", zh: "原文", ground: "§3", kind: { en: "equivalent", zh: "等价" } },
    { id: "both", paper: false, en: "<b>usual</b>", zh: "常规", ground: "convention", kind: { en: "uncertain", zh: "不确定" } },
  ] }],
};
const record = (id: string, estimate: number, option: number) => ({ id, n: 777, estimate, standardError: 0.1, p: 0.02, stars: "**", options: [option] });
const data = [{ meta, x: [1, 0], customdata: [record("later", 0.5, 0), record("first", 0.25, 1)] }, { x: [0], y: [0] }];

function page(): { figure: HTMLElement; section: () => HTMLElement | null } {
  document.body.innerHTML = `<figure><div class="figure-frame"></div><figcaption></figcaption></figure>`;
  const figure = document.querySelector("figure")!;
  return { figure, section: () => figure.querySelector(".figure-universe") };
}
const drawn = (figure: HTMLElement, what: unknown) => figure.dispatchEvent(new CustomEvent("sojourndrawn", { bubbles: true, detail: { data: what } }));

followUniverses("en", ({ title, rowGroups }) => {
  const shown = document.createElement("p");
  shown.textContent = [title.en, ...rowGroups[0].rows.flatMap(({ cells }) => cells.map((cell) => JSON.stringify(cell)))].join(" | ");
  return [shown];
});

test("universes are listed from the left, and the one that is chosen has its table, without any mark-up of the figure's", () => {
  const { figure, section } = page();
  drawn(figure, data);
  const select = section()!.querySelector("select")!;
  expect(Array.from(select.options, ({ text }) => text)).toEqual(["click a point, or choose here", "0.250** · first", "0.500** · later"]);
  select.value = "first";
  select.dispatchEvent(new Event("change"));
  expect(section()!.querySelector("p")!.textContent).toContain("kin: first | ");
  expect(section()!.querySelector("p")!.textContent).toContain("<b>usual</b>");
  expect(section()!.querySelector("b")).toBe(null);
});

test("a click on a point opens its table; a click on any other figure's does nothing", () => {
  const { figure, section } = page();
  Element.prototype.scrollIntoView = () => undefined;
  drawn(figure, data);
  figure.dispatchEvent(new CustomEvent("sojournpoint", { bubbles: true, detail: { meta, record: data[0].customdata![0] } }));
  expect(section()!.querySelector("p")!.textContent).toContain("kin: later");
  expect(section()!.querySelector("select")!.value).toBe("later");
  figure.dispatchEvent(new CustomEvent("sojournpoint", { bubbles: true, detail: { meta: undefined, record: 3 } }));
  expect(section()!.querySelector("p")!.textContent).toContain("kin: later");
  const other = page();
  drawn(other.figure, [{ x: [1], y: [2], customdata: [4] }]);
  expect(other.section()).toBe(null);
});
