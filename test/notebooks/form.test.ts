import { describe, expect, it } from "vitest";
import { bothEditions, codeCells, displaysOf, proseOf } from "./theNotebooks";

const PLOTLY = "application/vnd.plotly.v1+json";
const TABLE = "application/vnd.sojourn.table+json";
const MOST_LINES = 12;

/** By which words a reader finds question, label, answer and decision. */
const MARKERS = {
  en: {
    opening: /^# .+\n### .*[一-鿿]/,
    label: /[Ss]ynthetic|Real data|Printed numbers/,
    answers: [/\*\*Answer\.\*\* /, /\*\*回答。\*\* /],
    decided: /\*\*Decided on the way:\*\* /,
  },
  zh: {
    opening: /^# .*[一-鿿].*\n### [^一-鿿]+\n\n\*\*(问题|假设)。\*\* /,
    label: /\n> (.*合成.?替代数据|\*\*真实数据。\*\* |刊印的数字)/,
    answers: [/\*\*回答。\*\* /],
    decided: /\*\*取舍：\*\* /,
  },
};

describe.each(bothEditions())("$named", ({ notebook, edition }) => {
  const prose = proseOf(notebook);
  const { opening, label, answers, decided } = MARKERS[edition];

  it("opens with its question and ends with its answer, with the other language where the edition has both", () => {
    expect(notebook.cells[0].source).toMatch(opening);
    const last = notebook.cells.at(-1)!;
    expect(last.cell_type).toBe("markdown");
    for (const answer of answers) expect(last.source).toMatch(answer);
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
