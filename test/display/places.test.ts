import { describe, expect, it } from "vitest";
import { tableHtml } from "../../src/display/render/tableHtml";
import type { Table } from "../../src/display/table";
import { regressionTable } from "../../src/display/tables/regressionTable";
import { termTable } from "../../src/display/tables/termTable";
import { smallPublished, smallResult } from "./smallStudy";

const placesIn = (table: Table): string[] => Array.from(tableHtml(table).matchAll(/<td[^>]*data-coefficient="([^"]*)"[^>]*>([^<]*)/g), ([, place, text]) => `${place} ${text}`);

describe("a printed number says which coefficient it is", () => {
  it("in a regression table, the coefficient and its standard error alike, and no other cell", () => {
    const table = regressionTable({ id: "t", title: { en: "t", zh: "表" }, result: smallResult(), models: ["M3", "O3"], published: smallPublished });
    expect(placesIn(table)).toEqual([
      "M3.age2 −0.0001", "O3.age2 0.0001", "M3.age2 (0.0001)", "O3.age2 (0.0001)",
      "M3.education 0.547**", "O3.education 0.042", "M3.education (0.269)", "O3.education (0.269)",
      "M3.const −1.274**", "M3.const (0.635)",
    ]);
  });

  it("in a table of one term", () => {
    expect(placesIn(termTable({ id: "t", term: "education", result: smallResult(), published: smallPublished })).map((text) => text.split(" ")[0])).toEqual(["M3.education", "O3.education"]);
  });

  it("and where nothing is printed, none does", () => {
    expect(placesIn(regressionTable({ id: "t", title: { en: "t", zh: "表" }, result: smallResult(), models: ["M3"] }))).toEqual([]);
  });
});
