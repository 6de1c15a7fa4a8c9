import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/bilingual";
import { SYNTHETIC_BANNER } from "../../../src/display/synthetic";
import { linkPlaces } from "../../../src/site/trace/linkPlaces";
import { traceArticle } from "../../../src/site/trace/traceArticle";
import { traceFile, tracePage } from "../../../src/site/trace/tracePage";
import type { CellTrace, SiteTraces } from "../../../src/site/trace/traces";
import { parsed } from "../parsed";


const answer = (code: string, count: number, en = code, zh = code) => ({ code, count, en, zh });
const cell = (model: string, term: string, more: Partial<CellTrace> = {}): CellTrace => ({
  model, term, label: { en: `the ${term}`, zh: `变量${term}` }, synthetic: false, questions: [], rule: { file: "src/age.ts", line: 12, reading: "" }, coded: [{ value: "0", count: 5 }, { value: "1", count: 6 }],
  printed: { coef: "-0.30", se: "0.12", stars: "*" }, refitted: { estimate: -0.3015, standardError: 0.1204, z: -2.504, p: 0.01228, stars: "**" }, said: [], ...more,
});
const M1 = { en: "Model 1", zh: "模型1" };
const article = (of: CellTrace, language: Language = "en") => parsed(traceArticle(of, M1, language).text);
/** Each section of an article as its heading and its text, tables row by row. */
const sections = (document: Document) => Array.from(document.querySelectorAll("section"), (section) => [section.querySelector("h3")!.textContent, ...(section.querySelector("table") ? Array.from(section.querySelectorAll("tr"), (row) => Array.from(row.children, ({ textContent }) => textContent).join("|")) : [section.textContent!.slice(section.querySelector("h3")!.textContent!.length)])]);

describe("the trace of a printed number", () => {
  const questions = [
    { column: "q1", en: "Who helped?", zh: "谁帮助？", answers: [answer("1", 40, "kin", "亲属"), answer("2", 0, "nobody", "无人"), answer("9", 3)] },
    { column: "age", en: "How old?", zh: "年龄？", answers: [answer("18", 2), answer("19", 1)] },
  ];
  const said = [{ id: "N1", section: "4.1", en: "it helps", zh: "有帮助" }, { id: "A1", section: "abstract", en: "kin matter", zh: "亲属重要" }];

  it("goes from the question to the text, both languages of what was asked, the page's first", () => {
    const document = article(cell("M1", "kin", { questions, said, synthetic: true, rule: { file: "src/kin.ts", line: 7, reading: "kin=both" } }));
    expect([document.querySelector("article")!.id, document.querySelector("article")!.getAttribute("aria-labelledby"), document.querySelector("h2")!.textContent, document.querySelector(".synthetic")!.textContent]).toEqual(["M1.kin", "M1.kin-name", "Model 1 · the kin M1.kin", SYNTHETIC_BANNER.en]);
    expect(Array.from(document.querySelectorAll(".asked"), ({ innerHTML }) => innerHTML)).toEqual(['Who helped?<span class="also" lang="zh-Hans"> 谁帮助？</span>', 'How old?<span class="also" lang="zh-Hans"> 年龄？</span>']);
    expect(sections(document)).toEqual([
      ["Asked q1", "Answer|Code|People", "kin 亲属|1|40", "9||3"], ["Asked age", "Answer|People", "18|2", "19|1"], ["Coded by the rule", "src/kin.ts, line 7under the reading kin=both"], ["The column of the model kin", "Value|People", "0|5", "1|6"],
      ["Estimated", "Number|Printed|Refitted", "Coefficient|−0.30|−0.301", "Standard error|0.12|0.120", "z||−2.50", "p||0.0123", "Star|*|**"], ["What the text says of it", "it helps N1, §4.1kin matter A1, abstract"],
    ]);
    expect([Array.from(document.querySelectorAll("thead th"), (th) => `${(th as HTMLTableCellElement).scope} ${th.className}`).slice(0, 3), Array.from(document.querySelectorAll("caption"), ({ textContent }) => textContent)]).toEqual([["col ", "col ", "col align-right"], ["Asked: q1", "Asked: age", "The column of the model", "Estimated"]]);
  });

  it("is told in Chinese, of a constant without a question, without stars, of which nothing is said", () => {
    const document = article(cell("M1", "const", { rule: null, printed: { coef: "0.5", se: "0.1", stars: "" }, refitted: { estimate: 0.5, standardError: 0.1, z: 5, p: 1e-7, stars: "" } }), "zh");
    expect([document.querySelector("h2")!.textContent, document.querySelectorAll(".synthetic").length]).toEqual(["模型1 · 变量const M1.const", 0]);
    expect(sections(document).map((section) => section.slice(0, 2))).toEqual([["编码规则", "常数项不出自任何题目：人人为 1。"], ["进入模型的列 const", "取值|人数"], ["估计", "数字|原文报告|重新拟合"], ["正文的说法", "未提及。"]]);
    expect(sections(document)[2].slice(-2)).toEqual(["p||<0.0001", "星号|无|无"]);
    expect(sections(article(cell("M1", "x", { questions: [questions[0]] }), "zh"))[1][1]).toBe("src/age.ts, 第 12 行");
  });

  it.each([[8, false], [9, true]])("folds a column of %i values: %s", (count, folded) => {
    const document = article(cell("M1", "x", { coded: Array.from({ length: count }, (_, value) => ({ value: String(value), count: 1 })), questions: [{ ...questions[1], answers: Array.from({ length: count }, (_, k) => answer(String(k), k < 9 ? 1 : 0)) }] }));
    expect(Array.from(document.querySelectorAll("summary"), ({ textContent }) => textContent)).toEqual(folded ? ["9 values in all", "9 values in all"] : []);
  });
});

describe("the page of all traces", () => {
  const traces: SiteTraces = { models: [{ id: "M1", label: M1 }, { id: "M2", label: { en: "Model 2", zh: "模型2" } }], cells: [cell("M1", "x"), cell("M2", "x", { printed: { coef: "0.2", se: "1", stars: "" } }), cell("M2", "y", { synthetic: true })] };

  it("lists the numbers by variable and model, each leading to its trace", () => {
    const page = tracePage(traces);
    expect([page.name, page.synthetic, tracePage({ ...traces, cells: traces.cells.slice(0, 2) }).synthetic, page.headings("zh").map(({ level, id, text }) => `${level} ${id} ${text}`)]).toEqual(["trace", true, false, ["1 title 每个数字的来历", "2 coefficients 原文系数"]]);
    const document = parsed(page.body("en").text);
    const rows = Array.from(document.querySelectorAll(".traces > .table-frame tr"), (row) => Array.from(row.children, (one) => `${one.textContent}${one.querySelector("a")?.getAttribute("href") ?? ""}`));
    expect(rows).toEqual([["Variable", "Model 1", "Model 2"], ["the x", "−0.30*#M1.x", "0.2#M2.x"], ["the y", "", "−0.30*#M2.y"]]);
    expect([Array.from(document.querySelectorAll("article h2"), ({ textContent }) => textContent), document.querySelectorAll(".to-list a[href='#coefficients']").length]).toEqual([["Model 1 · the x M1.x", "Model 2 · the x M2.x", "Model 2 · the y M2.y"], 3]);
  });

  it("gives the same articles to a dialog, in a script of its language", () => {
    const { path, content } = traceFile(traces, "zh");
    const given = JSON.parse(/^sojournTraces\((.*)\);\n$/s.exec(content as string)![1]) as Record<string, string>;
    expect([path, Object.keys(given), given["M2.y"]]).toEqual(["assets/traces-zh.js", ["M1.x", "M2.x", "M2.y"], traceArticle(traces.cells[2], traces.models[1].label, "zh").text]);
  });

  it("is where a number of a table leads, if it has a trace", () => {
    const document = parsed('<table><tr><td data-coefficient="M1.x">1<b>*</b></td><td data-coefficient="M9.x">2</td><td>3</td><th data-coefficient="M1.x">4</th></tr></table>');
    expect([linkPlaces(document, new Set(["M1.x"]), "zh"), linkPlaces(parsed("<td>1</td>"), new Set(["M1.x"]), "en")]).toEqual([true, false]);
    expect(Array.from(document.querySelectorAll("tr > *"), ({ innerHTML }) => innerHTML)).toEqual(['<a class="traced" href="trace.html#M1.x" title="这个数字的来历">1<b>*</b></a>', "2", "3", "4"]);
  });
});
