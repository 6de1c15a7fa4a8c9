// @vitest-environment jsdom
import { expect, it } from "vitest";
import type { Language } from "../../../../src/bilingual";
import { cellKey, type Sheet } from "../../../../src/site/client/auditPage/sheet";
import { doubtLists } from "../../../../src/site/client/auditPage/doubtLists";
import { sheetTable, termRow } from "../../../../src/site/client/auditPage/sheetTable";
import { sayIn } from "../../../../src/site/client/auditPage/words";

const sheet = (): Sheet => ({
  models: [
    { id: "m1", heading: "A", group: "South", family: "ordered logit", n: "10", pseudoR2: "0.1", logLik: "-9", rest: {} },
    { id: "m2", heading: " ", group: "", family: "other", n: "", pseudoR2: "", logLik: "", rest: {} },
  ],
  rows: [{ term: "age", label: "Age", cells: { m1: { coefficient: "1*", standardError: "2" }, m2: { coefficient: "3", standardError: "4" } } }, { term: "sex", label: "", cells: { m1: { coefficient: "", standardError: "" }, m2: { coefficient: "5", standardError: "6" } } }],
  cutoffs: {}, standardErrors: "", pooled: [], unsure: [], settled: new Set(), rest: {},
});

function made(of: Sheet, language: Language = "en") {
  const told: string[] = [];
  const making = { sheet: of, language, say: sayIn(language), names: [], changed: () => void told.push("changed"), redraw: () => void told.push("drawn") };
  return { told, making, frame: sheetTable(making) };
}
/** Each row as its cells, each with its own words, its boxes ("name=what stands in it") and its buttons' names. */
const rowsOf = (frame: Element) => Array.from(frame.querySelectorAll("tr"), (row) => Array.from(row.children, (cell) => [
  ...(cell.querySelector("input, select") ? [] : [cell.textContent]), ...Array.from(cell.querySelectorAll<HTMLInputElement>("input, select"), (box) => `${box.getAttribute("aria-label")}=${box.value}`), ...Array.from(cell.querySelectorAll("button"), ({ title }) => title),
].join(" | ")));

it("every cell of a table is a box that says what it is, and every row and model can be taken out", () => {
  const { frame } = made(sheet());
  expect([frame.className, frame.getAttribute("role"), frame.getAttribute("aria-label"), frame.querySelector("caption")!.textContent]).toEqual(["table-frame", "group", "The table as it was understood", "The table as it was understood"]);
  expect(rowsOf(frame)).toEqual([
    ["Model", "Model, m1=A | Take out the model A South", "Model, m2=  | Take out the model m2"], ["Group", "Group, A South=South", "Group, m2="], ["Kind of model", "Kind of model, A South=ordered logit", "Kind of model, m2=other"], ["Variable"],
    ["name of the variable, row 1=Age | Take out the row Age", "A South, Age: coefficient with stars=1* | A South, Age: standard error=2", "m2, Age: coefficient with stars=3 | m2, Age: standard error=4"],
    ["name of the variable, row 2= | Take out the row row 2", "A South, row 2: coefficient with stars= | A South, row 2: standard error=", "m2, row 2: coefficient with stars=5 | m2, row 2: standard error=6"],
    ["Observations (n)", "Observations (n), A South=10", "Observations (n), m2="], ["Pseudo R²", "Pseudo R², A South=0.1", "Pseudo R², m2="], ["Log-likelihood", "Log-likelihood, A South=-9", "Log-likelihood, m2="],
  ]);
  expect(Array.from(frame.querySelectorAll("input"), (box) => `${box.type} ${box.getAttribute("autocomplete")} ${box.getAttribute("spellcheck")}`).filter((kind) => kind !== "text off false")).toEqual([]);
  expect(Array.from(frame.querySelectorAll("th"), (cell) => `${cell.scope} ${cell.getAttribute("colspan") ?? ""}`.trim())).toEqual(["col", "col", "col", "row", "row", "rowgroup 3", "row", "row", "row", "row", "row"]);
  expect(Array.from(frame.querySelectorAll("option"), (one) => `${one.value}: ${one.textContent}`).slice(0, 3)).toEqual(["binary logit: binary logit", "ordered logit: ordered logit", "other: another model"]);
  expect(Array.from(frame.querySelectorAll("input"), (box) => `${box.id.replace("box-", "")} ${box.className}`).filter((_, k) => [0, 2, 4, 5, 6, 14, 16, 18].includes(k))).toEqual([
    "m0-heading words", "m0-group words", "r0-label name", "r0-m0-coefficient number", "r0-m0-standardError number error", "m0-n number", "m0-pseudoR2 number", "m0-logLik number",
  ]);
});

it("speaks Chinese to those who read Chinese; the last model stays", () => {
  const one = sheet();
  one.models.pop();
  expect(rowsOf(made(one, "zh").frame)).toEqual([
    ["模型", "模型, m1=A"], ["组", "组, A South=South"], ["模型类型", "模型类型, A South=ordered logit"], ["变量"], ["变量名, 第 1 行=Age | 删除行 Age", "A South, Age: 系数及星号=1* | A South, Age: 标准误=2"],
    ["变量名, 第 2 行= | 删除行 第 2 行", "A South, 第 2 行: 系数及星号= | A South, 第 2 行: 标准误="], ["样本量（n）", "样本量（n）, A South=10"], ["伪 R²", "伪 R², A South=0.1"], ["对数似然值", "对数似然值, A South=-9"],
  ]);
});

it.each<[string, string, (of: Sheet) => unknown, string | undefined]>([
  ["m1-heading", "B", (of) => of.models[1].heading, cellKey("m2", null)], ["m0-group", "North", (of) => of.models[0].group, cellKey("m1", null)], ["m1-n", "7", (of) => of.models[1].n, cellKey("m2", null)], ["m1-pseudoR2", "0.7", (of) => of.models[1].pseudoR2, cellKey("m2", null)],
  ["m0-logLik", "-7", (of) => of.models[0].logLik, cellKey("m1", null)], ["m1-family", "binary logit", (of) => of.models[1].family, "family/m2"], ["r1-label", "Sex", (of) => of.rows[1].label, undefined],
  ["r0-m1-coefficient", "9**", (of) => of.rows[0].cells.m2.coefficient, cellKey("m2", "age")], ["r1-m0-standardError", "8", (of) => of.rows[1].cells.m1.standardError, cellKey("m1", "sex")],
])("what is set in %s is the sheet's, and settles what was in doubt of it", (box, text, now, settled) => {
  const of = sheet();
  const { frame, told } = made(of);
  const input = frame.querySelector<HTMLInputElement>(`#box-${box}`)!;
  if (input.localName === "input") input.setAttribute("aria-invalid", "true");
  input.value = text;
  input.dispatchEvent(new Event(input.localName === "input" ? "input" : "change"));
  expect([now(of), [...of.settled], input.hasAttribute("aria-invalid"), told]).toEqual([text, settled === undefined ? [] : [settled], false, ["changed"]]);
});

it("a row or a model is taken out by its button, and the table drawn anew", () => {
  const of = sheet();
  const { frame, told, making } = made(of);
  const press = (within: Element, name: string): void => {
    const button = Array.from(within.querySelectorAll("button")).find(({ title }) => title === name)!;
    expect([button.textContent, button.className, button.getAttribute("aria-label")]).toEqual(["×", "take-out", name]);
    button.click();
  };
  press(frame, "Take out the model A South");
  press(termRow(making, 0), "Take out the row Age");
  expect([of.models.map(({ id }) => id), of.rows.map(({ term, cells }) => [term, Object.keys(cells)]), told]).toEqual([["m2"], [["sex", ["m2"]]], ["changed", "drawn", "changed", "drawn"]]);
});

it("boxes, buttons and doubts are called by the names that rows and models have now", () => {
  const of: Sheet = { ...sheet(), unsure: [{ model: "m2", term: "age", field: "coefficient", why: "?" }] };
  const { frame, making } = made(of);
  const [doubts] = doubtLists(making, frame);
  const type = (box: string, text: string): void => {
    const input = frame.querySelector<HTMLInputElement>(`#box-${box}`)!;
    input.value = text;
    input.dispatchEvent(new Event("input"));
  };
  const doubted = () => doubts.querySelector("a")!.textContent;
  expect(doubted()).toBe("m2, Age, coefficient");
  expect(making.names.length).toBe(frame.querySelectorAll("input, select, button").length + 1); // and the doubt: each once
  type("r0-label", "Years");
  type("r1-label", "Sex");
  type("m0-heading", "");
  type("m1-group", "East");
  expect(rowsOf(frame)).toEqual([
    ["Model", "Model, m1= | Take out the model South", "Model, m2=  | Take out the model East"], ["Group", "Group, South=South", "Group, East=East"], ["Kind of model", "Kind of model, South=ordered logit", "Kind of model, East=other"], ["Variable"],
    ["name of the variable, row 1=Years | Take out the row Years", "South, Years: coefficient with stars=1* | South, Years: standard error=2", "East, Years: coefficient with stars=3 | East, Years: standard error=4"],
    ["name of the variable, row 2=Sex | Take out the row Sex", "South, Sex: coefficient with stars= | South, Sex: standard error=", "East, Sex: coefficient with stars=5 | East, Sex: standard error=6"],
    ["Observations (n)", "Observations (n), South=10", "Observations (n), East="], ["Pseudo R²", "Pseudo R², South=0.1", "Pseudo R², East="], ["Log-likelihood", "Log-likelihood, South=-9", "Log-likelihood, East="],
  ]);
  expect(Array.from(frame.querySelectorAll(".take-out"), (one) => one.getAttribute("aria-label"))).toEqual(["Take out the model South", "Take out the model East", "Take out the row Years", "Take out the row Sex"]);
  expect(doubted()).toBe("East, Years, coefficient");
  type("r0-label", " ");
  expect(frame.querySelector("#box-r0-m0-coefficient")!.getAttribute("aria-label")).toBe("South, row 1: coefficient with stars");
});
