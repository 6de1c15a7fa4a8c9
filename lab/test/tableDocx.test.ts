import * as docx from "docx";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import { table2 } from "../../src/exhibits/paperTables";
import { answersTable } from "../../src/exhibits/againstTheText";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import { PLAIN_VIEW } from "../../src/display/view/tableView";
import { viewTable } from "../../src/display/view/viewTable";
import type { Table } from "../../src/display/table";
import { tableDocx } from "../../src/display/render/tableDocx";

const published = readPublished();
const result = runStudy(sfrc, codeSample(readSurvey()));

/** What another program reads in the file. */
async function opened(table: Table, languages: "en" | "zh" | "both" = "en") {
  const buffer = await docx.Packer.toBuffer(tableDocx(table, languages, docx));
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  const rows = [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => [...row.matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gs)].map(([, attributes, cell]) => ({ attributes, text: cell.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<") })));
  return { html: value, messages, rows };
}

test("Table 2 opens as a table: spanners over their columns, each variable over its two rows, every number", async () => {
  const { rows, messages, html } = await opened(table2(result, published));
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  expect(rows[0].map(({ attributes }) => /colspan="(\d)"/.exec(attributes)?.[1])).toEqual([undefined, "3", "3", "3", "3"]);
  expect(rows[0][0].attributes).toContain('rowspan="2"');
  const education = rows.find(([header]) => header.text === "education")!;
  expect(education[0].attributes).toContain('rowspan="2"');
  const { coef, stars } = published.models.M1.rows.find(({ term }) => term === "education")!;
  expect(education[1].text.replace("−", "-")).toBe(coef + stars);
  expect(rows.every((row) => row.reduce((sum, { attributes }) => sum + Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1), 0) >= 12)).toBe(true);
  expect(html).toContain("Synthetic stand-in");
  expect(html).toContain("Standard errors in parentheses.");
});

test("what is seen is what is saved: odds ratios, in Chinese", async () => {
  const { html } = await opened(viewTable(table2(result, published), { ...PLAIN_VIEW, scale: "oddsRatio", spread: "interval" }), "zh");
  expect(html).toContain("表2");
  expect(html).toContain("优势比");
  expect(html).toMatch(/\[\d\.\d+, \d+\.\d+\]/);
});

test("a table without spanners and with texts opens too, in both languages", async () => {
  const { rows } = await opened(answersTable(result, published, "H1"), "both");
  expect(rows.at(-1)![0].text).toMatch(/^H1 .* \/ H1 /);
});
