// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import type { Language } from "../../../../src/bilingual";
import { aroundTable } from "../../../../src/site/client/auditPage/around";
import { removeModel, type Sheet, type SheetModel } from "../../../../src/site/client/auditPage/sheet";
import { sayIn } from "../../../../src/site/client/auditPage/words";

const model = (id: string, heading: string, group: string, n: string): SheetModel => ({ id, heading, group, family: "binary logit", n, pseudoR2: "", logLik: "", rest: {} });
const [both, three] = [{ whole: "m3", parts: ["m1", "m2"] }, { whole: "m1", parts: ["m4", "m3", "m2"] }];

/** What a table of four models has around it, the third as large as the first two; `changed` counts how often a change was told. */
function around(more: Partial<Sheet> = {}, language: Language = "en") {
  const sheet: Sheet = {
    models: [model("m1", "A", "South", "10"), model("m2", " ", "", "20"), model("m3", "C", " ", "30"), model("m4", "", "D", "5")],
    rows: [], cutoffs: { "**": "0.05", "*": "0.1" }, standardErrors: "robust", pooled: [three], unsure: [], settled: new Set(), rest: {}, ...more,
  };
  let told = 0;
  const { element, refresh } = aroundTable({ sheet, language, say: sayIn(language), names: [], changed: () => { told += 1; refresh(); }, redraw: () => undefined });
  document.body.replaceChildren(element);
  return { sheet, element, refresh, told: () => told, pools: () => Array.from(element.querySelectorAll<HTMLInputElement>(".pool input")), named: () => Array.from(element.querySelectorAll(".pool"), ({ textContent }) => textContent) };
}
const type = (box: HTMLInputElement | HTMLSelectElement, text: string, event: string): void => {
  box.value = text;
  box.dispatchEvent(new Event(event));
};

beforeEach(() => () => document.body.replaceChildren());

it.each<[Language, string[]]>([
  ["en", ["What else is known (optional)", "Stars: p below** * ", "Standard errors not said: model-basedrobustweighted",
    "Models fitted to several groups togetherOffered where the numbers of observations add up. Choose those that share the same outcome. C (30) = A South (10) + m2 (20) A South (10) = D (5) + C (30) + m2 (20)"]],
  ["zh", ["其他已知信息（可选）", "星号：p 小于** * ", "标准误类型 未说明：基于模型稳健加权", "合并样本的模型列出样本量可相加者。请选择因变量相同的。 C (30) = A South (10) + m2 (20) A South (10) = D (5) + C (30) + m2 (20)"]],
])("what else is known stands open around the table, in its words (%s)", (language, texts) => {
  const { element, pools } = around({}, language);
  expect([element.className, element.hasAttribute("open"), Array.from(element.children, ({ textContent }) => textContent)]).toEqual(["around", true, texts]);
  expect(Array.from(element.querySelectorAll("input[type=text], select"), (box) => [box.id, (box as HTMLInputElement).value])).toEqual([["box-cutoff-2-42", "0.05"], ["box-cutoff-1-42", "0.1"], ["box-errors", "robust"]]);
  expect(pools().map(({ checked }) => checked)).toEqual([false, true]);
});

it("limits of stars and the kind of standard errors are as they were last set", () => {
  const { sheet, element, told } = around();
  const limit = element.querySelector<HTMLInputElement>("#box-cutoff-1-42")!;
  limit.setAttribute("aria-invalid", "true");
  type(limit, "0.2", "input");
  expect([sheet.cutoffs, [...sheet.settled], limit.hasAttribute("aria-invalid"), told()]).toEqual([{ "**": "0.05", "*": "0.2" }, ["cutoffs"], false, 1]);
  for (const kind of ["weighted", ""]) {
    type(element.querySelector("select")!, kind, "change");
    expect(sheet.standardErrors).toBe(kind);
  }
  expect(told()).toBe(3);
});

it("a pool is taken and left by its box, which stays and keeps the focus, also one that the table brought along", () => {
  const { sheet, pools, told, named } = around();
  const [offered, brought] = pools();
  offered.focus();
  offered.click();
  expect(sheet.pooled).toEqual([three, both]);
  expect(document.activeElement === offered).toBe(true);
  brought.click();
  expect(sheet.pooled).toEqual([both]);
  offered.click();
  brought.click();
  expect([sheet.pooled, told(), named().length, pools()[1] === brought]).toEqual([[three], 4, 2, true]);
});

it("a pool that was read is the one that is offered, in whatever order its parts stand", () => {
  const { pools, sheet } = around({ pooled: [{ whole: "m3", parts: ["m2", "m1"] }, { whole: "m4", parts: ["m1", "m2"] }, { whole: "m3", parts: ["m1", "m4"] }] });
  expect(pools().map(({ checked }) => checked)).toEqual([true, true, true]);
  pools()[0].click();
  expect(sheet.pooled).toEqual([{ whole: "m4", parts: ["m1", "m2"] }, { whole: "m3", parts: ["m1", "m4"] }]);
});

it("a pool that was read is offered once, among others", () => {
  const { named, sheet, pools } = around({ pooled: [{ whole: "m3", parts: ["m2", "m4"] }] });
  sheet.models[3].n = "10";
  const again = around({ ...sheet, models: sheet.models });
  expect([again.named(), again.pools().map(({ checked }) => checked)]).toEqual([[" m2 (20) = A South (10) + D (10)", " C (30) = A South (10) + m2 (20)", " C (30) = m2 (20) + D (10)"], [false, false, true]]);
  expect([named().length, pools().length]).toEqual([2, 2]);
});

it("pools follow the models' numbers and names, and go with them", () => {
  const { sheet, refresh, named, element } = around();
  sheet.models[2].n = "25";
  sheet.models[3].heading = "Fourth";
  refresh();
  expect(named()).toEqual([" C (25) = m2 (20) + Fourth D (5)", " A South (10) = Fourth D (5) + C (25) + m2 (20)"]);
  removeModel(sheet, "m2");
  refresh();
  expect([named(), element.querySelector("fieldset:last-child .note")!.textContent]).toEqual([[], "No model's n is the sum of others'."]);
});
