import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import type { Notebook } from "../../src/notebook/nbformat/notebook";
import { bothEditions, codeCells, displaysOf, proseOf } from "./theNotebooks";
import { derivedFigures } from "./derivedFigures";

/** Numbers with a decimal point, as they stand in a text; a minus sign is a minus sign however it is set, and .57 is 0.57. */
const decimalsIn = (text: string): string[] => [...text.replace(/[−﹣－]/g, "-").matchAll(/(?<![\d.])\d*\.\d+/g)].map(([number]) => (number.startsWith(".") ? `0${number}` : number));

const printed = new Set(decimalsIn(readFileSync(dataFile("published.json"), "utf8")));

/** What a reader sees of a notebook's outputs, in words: tables, figures, and what a cell has computed and printed. */
const shown = (notebook: Notebook): Set<string> => new Set([
  ...displaysOf(notebook).flatMap(({ data }) => decimalsIn(`${String(data["text/plain"])} ${String(data["text/html"] ?? "")}`)),
  ...codeCells(notebook).flatMap(({ outputs }) => outputs).flatMap((output) => (output.output_type === "stream" ? decimalsIn(String(output.text)) : [])),
]);

describe("numbers in prose", () => {
  it.each(bothEditions())("in $named stand in the printed tables, in an output of the notebook, or among the derived figures", ({ notebook, named }) => {
    const outputs = shown(notebook);
    const astray = decimalsIn(proseOf(notebook).replace(/```[\s\S]*?```/g, "")).filter((number) =>
      !printed.has(number) && !outputs.has(number) && !(number in derivedFigures));
    expect(astray, named).toEqual([]);
  });

  it("derives each figure that is not printed from numbers that are", () => {
    for (const [text, derive] of Object.entries(derivedFigures)) {
      const decimals = text.split(".")[1].length;
      expect(Math.abs(derive()).toFixed(decimals), text).toBe(text);
    }
  });
});

describe("what was simulated", () => {
  const R = JSON.parse(readFileSync(join(__dirname, "../fixtures/ageSign.json"), "utf8")) as Record<"plus" | "minus", { draws: number; asM1AndM3: number; alsoM4: number }>;

  it("is told in notebook 12 and with the data as R counted it", () => {
    const [en, zh] = bothEditions().filter(({ name }) => name.startsWith("12-")).map(({ notebook }) => proseOf(notebook));
    const { plus, minus } = R;
    expect(en).toContain(`${plus.asM1AndM3} of ${plus.draws.toLocaleString("en")} draws rounded`);
    expect(en).toContain(`in ${plus.alsoM4} of them, against ${minus.alsoM4} of ${minus.asM1AndM3} with a minus`);
    expect(zh).toContain(`${plus.draws.toLocaleString("en")} 次抽取中有 ${plus.asM1AndM3} 次`);
    expect(zh).toContain(`取负号时为 ${minus.asM1AndM3} 次中的 ${minus.alsoM4} 次`);
    expect(readFileSync(dataFile("README.md"), "utf8")).toContain(`${minus.alsoM4} of ${minus.asM1AndM3}`);
  });
});
