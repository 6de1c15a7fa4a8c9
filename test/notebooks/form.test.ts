import { describe, expect, it } from "vitest";
import { bothEditions, codeCells, displaysOf, proseOf } from "./theNotebooks";

const PLOTLY = "application/vnd.plotly.v1+json";
const TABLE = "application/vnd.sojourn.table+json";
const MOST_LINES = 12;

/** By which words a reader finds question, label, answer and decision. */
const MARKERS = {
  en: {
    opening: /^# .+\n### .*[一-鿿]/,
    label: /\n> (\*\*Real data\.\*\* |Printed numbers are the paper's)/,
    answers: [/\*\*Answer\.\*\* /, /\*\*回答。\*\* /],
    decided: /\*\*Decided on the way:\*\* /,
  },
  zh: {
    opening: /^# .*[一-鿿].*\n### [^一-鿿]+\n\n\*\*(问题|假设)。\*\* /,
    label: /\n> (\*\*真实数据。\*\* |原文数字出自论文)/,
    answers: [/\*\*回答。\*\* /],
    decided: /\*\*本节设定：\*\* /,
  },
};

describe.each(bothEditions())("$named", ({ name, notebook, edition }) => {
  const prose = proseOf(notebook);
  const { opening, label, answers, decided } = MARKERS[edition];

  it("opens with its question and ends with its answer, with the other language where the edition has both", () => {
    expect(notebook.cells[0].source).toMatch(opening);
    const last = notebook.cells.at(-1)!;
    expect(last.cell_type).toBe("markdown");
    for (const answer of answers) expect(last.source).toMatch(answer);
  });

  it("opens with its goals and its minutes", () => {
    expect(notebook.cells[0].source).toMatch(edition === "en" ? /\*\*Goals\.\*\* .+ \*\*Time\.\*\* \d+ minutes/ : /\*\*目标。\*\* .+\*\*用时：\*\* \d+ 分钟/);
  });

  it("has an exercise to predict and one that changes something, each with its check", () => {
    const number = Number(/^(\d+)-/.exec(name)![1]);
    const code = codeCells(notebook).map(({ source }) => source).join("\n");
    for (const letter of ["a", "b"]) {
      expect(prose).toContain(edition === "en" ? `**Exercise ${number}${letter}, ${letter === "a" ? "predict" : "change"}.**` : `**练习 ${number}${letter}：${letter === "a" ? "先预测" : "动手改"}。**`);
      expect(code).toContain(`check("${number}${letter}", `);
    }
  });

  it("has every place filled that npm run new leaves open", () => {
    expect(prose.split("\n").filter((line) => /(^|[ *])…($| \*\*)|^# .*中文标题|^### 中文标题/.test(line) || /[。：]\*\* ?…/.test(line))).toEqual([]);
  });

  it("says what was decided on the way", () => {
    expect(prose).toMatch(decided);
  });

  it("says on its first screen what its data are", () => {
    expect(notebook.cells[0].source).toMatch(label);
  });

  it("has code cells short enough to read aloud, which define no function or class", () => {
    for (const { source } of codeCells(notebook)) {
      expect(source.split("\n").length, source).toBeLessThanOrEqual(MOST_LINES);
      expect(source).not.toMatch(/^\s*(async )?function |^\s*class /m);
    }
  });

  it("shows each table and figure as one bundle that needs no script and no trust", () => {
    const displays = displaysOf(notebook);
    expect(displays.length).toBeGreaterThan(0);
    for (const { data } of displays) {
      const types = Object.keys(data).sort();
      if (PLOTLY in data) {
        expect(types).toEqual([PLOTLY, "image/png", "text/plain"].sort());
        expect(typeof data[PLOTLY]).toBe("object");
        expect(String(data["text/plain"]).length).toBeGreaterThan(40);
      } else {
        expect(types).toEqual([TABLE, "text/html", "text/latex", "text/plain"].sort());
        expect(String(data["text/html"])).toMatch(/<caption>[\s\S]*<th [^>]*scope=/);
        expect(String(data["text/html"])).not.toMatch(/<script|style=/);
      }
    }
  });

  it("holds no path, host name or time of the machine that ran it", () => {
    expect(JSON.stringify(notebook.cells.map((cell) => ("outputs" in cell ? cell.outputs : [])), (key, value) => (key === "image/png" ? "" : value)))
      .not.toMatch(/\/(home|root|Users|tmp|work)\/|[A-Z]:\\\\|\d{4}-\d\d-\d\dT\d\d:\d\d/);
  });
});
