import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidth } from "../../src/display/render/columnWidth";
import { tableText } from "../../src/display/render/tableText";
import { wrapText } from "../../src/display/wrapText";
import { plainTable } from "../../src/display/tables/plainTable";

describe("the width of a text in a fixed-width font", () => {
  it("counts full-width characters twice, and combining marks not at all", () => {
    expect(columnWidth("年龄²")).toBe(5);
    expect(columnWidth("（括号）")).toBe(8);
    expect(columnWidth("é")).toBe(1);
    expect(columnWidth("β −1.5*")).toBe(7);
  });
});

describe("a text table", () => {
  const table = plainTable({
    id: "t", title: { en: "t", zh: "表" }, stub: "变量", columns: ["长春组", "n"], synthetic: false,
    rows: [["族际交往意愿", { number: 0.049, format: { decimals: 3 } }, { printed: "187" }], ["age", { number: -1.685, format: { decimals: 3 }, stars: "**" }, { printed: "7" }]],
  });

  it("ends every column at the same place, Chinese or not", () => {
    const rows = tableText(table).split("\n").slice(2, 6).filter((line) => !line.startsWith("-"));
    expect(rows).toEqual(["变量            长春组    n", "族际交往意愿   0.049    187", "age           -1.685**    7"]);
    expect(new Set(rows.map(columnWidth))).toEqual(new Set([27]));
  });

  it("goes on in the next line where a cell is long, and says every word of it", () => {
    const long = "他们更愿意与中国人交往，也更愿意长期居留；".repeat(4);
    const text = tableText(plainTable({ id: "t", title: { en: "t", zh: "表" }, stub: "s", columns: ["claim"], rows: [["C1", long]], synthetic: false }));
    expect(Math.max(...text.split("\n").map(columnWidth))).toBeLessThanOrEqual(60);
    expect(text.replace(/[\s-]|C1/g, "")).toContain(long);
  });
});

describe("wrapText", () => {
  const CHARACTERS = fc.array(fc.constantFrom("长", "春", "，", "。", "word", "a", " ", "（", "）", "1.5", "-"), { maxLength: 60 }).map((parts) => parts.join(""));

  it("loses nothing but space at the ends of lines", () => {
    fc.assert(fc.property(CHARACTERS, fc.integer({ min: 4, max: 30 }), (text, limit) => {
      expect(wrapText(text, limit, columnWidth).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }));
  });

  it("never begins a line with a closing mark nor ends one with an opening one, and keeps to the limit where words allow", () => {
    expect(wrapText("是否愿意聊天，交友。", 12, columnWidth)).toEqual(["是否愿意聊", "天，交友。"]);
    expect(wrapText("何者更优（三题）", 10, columnWidth)).toEqual(["何者更优", "（三题）"]);
    expect(wrapText("one two three", 7, columnWidth)).toEqual(["one two", "three"]);
    expect(wrapText("写成 .docx、.xlsx 文件", 13, columnWidth)).toEqual(["写成 .docx、", ".xlsx 文件"]); // a point that opens a name stays with it
    expect(wrapText("约 1.5 倍,共三题.", 9, columnWidth)).toEqual(["约 1.5", "倍,共三", "题."]);
    expect(wrapText("immeasurable", 5, columnWidth)).toEqual(["immeasurable"]);
  });
});
