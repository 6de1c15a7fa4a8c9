import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import { bothEditions, displaysOf, proseOf } from "./theNotebooks";
import { derivedFigures } from "./derivedFigures";

/** Numbers with a decimal point, as they stand in a text; a minus sign is a minus sign however it is set. */
const decimalsIn = (text: string): string[] => [...text.replace(/[−﹣－]/g, "-").matchAll(/\d+\.\d+/g)].map(([number]) => number);

const printed = new Set(decimalsIn(readFileSync(dataFile("published.json"), "utf8")));

/** What a reader sees of a notebook's outputs, in words. */
const shown = (notebook: Parameters<typeof displaysOf>[0]): Set<string> =>
  new Set(displaysOf(notebook).flatMap(({ data }) => decimalsIn(`${String(data["text/plain"])} ${String(data["text/html"] ?? "")}`)));

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
