import type { Table } from "../../src/display/table";
import { PROVENANCE } from "../../src/display/vocabulary";
import { starNote } from "../../src/study/stars";

/** One coefficient with its standard error beneath, a spanner, a group of rows, a note; small enough to be read whole. */
export const smallTable: Table = {
  kind: "table", id: "table-2", synthetic: true, provenance: PROVENANCE.byConstruction,
  title: { en: "Staying", zh: "居留意愿" },
  stub: { en: "variable", zh: "变量" },
  columnGroups: [
    { label: { en: "South", zh: "南方组" }, columns: [{ header: { en: "printed", zh: "刊印" } }, { header: { en: "refitted", zh: "重估" } }] },
    { columns: [{ header: "n" }] },
  ],
  rowGroups: [
    {
      rows: [
        { header: { en: "age squared", zh: "年龄²" }, cells: [{ printed: "-0.0001" }, { number: -0.00012, format: { decimals: 4 }, stars: "**" }, { text: "" }] },
        { header: { en: "standard error", zh: "标准误" }, continues: true, cells: [{ printed: "0.0001", parentheses: true }, { number: 0.0001, format: { decimals: 4, parentheses: true } }, { text: "" }] },
      ],
    },
    { label: { en: "fit", zh: "拟合" }, rows: [{ header: "N", cells: [{ printed: "590" }, { number: 590, format: { decimals: 0 } }, { text: "all" }] }] },
  ],
  notes: [starNote()],
};

/** The same table with one label that would do harm where it is not escaped. */
export const tableWith = (label: string): Table => ({
  ...smallTable,
  title: { en: label, zh: label },
  stub: label,
  columnGroups: [{ label, columns: [{ header: label }, { header: "b" }] }, { columns: [{ header: "n" }] }],
  rowGroups: [{ label, rows: [{ header: label, cells: [{ text: label }, { text: label }, { printed: label }] }] }],
  notes: [{ en: label, zh: label }],
});
