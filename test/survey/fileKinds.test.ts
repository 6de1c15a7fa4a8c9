import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { openTable } from "../../src/io/openTable";
import { projectFolder } from "../../src/projectFolder";
import { codedCsv } from "../../src/sfrc/codedCsv";
import { codeSample } from "../../src/sfrc/codeSample";
import { standInFile } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { encodeGb18030 } from "./encodeGb18030";
import { codebook, folder } from "./rawFile";

const fixtures = `${projectFolder}/test/fixtures/survey`;
const here = folder();
const coded = (file: string): string => codedCsv(codeSample(readSfrc(file)));
const standIn = coded(standInFile());
const raw = openTable(standInFile());

/** The stand-in need not ask an optional question. */
const asked = raw.header.cells.map((name) => codebook.columns.find((column) => column.name === name)!);

/** The stand-in with the codebook's questions as headings and its Chinese labels as answers. */
const chinese = [
  asked.map(({ question, label, name }) => (name === "id" || name === "source" ? label.zh : question.zh)),
  ...raw.rows.map(({ cells }) => cells.map((cell, j) => {
    const column = asked[j];
    return column.answers?.find(({ code }) => code === cell)?.zh ?? codebook.missingCodes.find(({ code }) => code === cell && column.missing.includes(code))?.zh ?? cell;
  })),
];

const text = (separator: string): string => chinese.map((cells) => cells.map((cell) => (cell.includes(separator) || cell.includes(",") ? `"${cell}"` : cell)).join(separator)).join("\r\n");

const excel = (rows: readonly (readonly (string | number)[])[]): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "调查");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
};

async function parquet(codec: "UNCOMPRESSED" | "SNAPPY"): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  return new Uint8Array(parquetWriteBuffer({ codec, columnData: raw.header.cells.map((name, j) => ({ name, data: raw.rows.map(({ cells }) => (cells[j] === "" ? null : cells[j])), type: "STRING", nullable: true })) }) as ArrayBuffer);
}

describe("the same people out of every kind of file, without a mapping", () => {
  let files: Record<string, string> = {};
  beforeAll(async () => {
    files = {
      "CSV in Chinese": here.put("zh.csv", text(",")),
      "CSV in Chinese, GB18030": here.put("zh-gb.csv", encodeGb18030(text(","))),
      "TSV in Chinese": here.put("zh.tsv", text("\t")),
      "CSV, compressed": here.put("zh.csv.gz", gzipSync(text(","))),
      "SPSS with codes, labels, questions and user-missing values": `${fixtures}/extract-zh.zsav`,
      "Stata with codes, labels, questions and tagged missing values": `${fixtures}/extract-zh.dta`,
      "Stata, compressed": here.put("zh.dta.gz", gzipSync(readFileSync(`${fixtures}/extract-zh.dta`))),
      "Excel": here.put("zh.xlsx", excel(chinese.map((cells) => cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))))),
      "Parquet": here.put("plain.parquet", await parquet("UNCOMPRESSED")),
      "Parquet, snappy": here.put("snappy.parquet", await parquet("SNAPPY")),
    };
  });

  it.each(["CSV in Chinese", "CSV in Chinese, GB18030", "TSV in Chinese", "CSV, compressed", "SPSS with codes, labels, questions and user-missing values", "Stata with codes, labels, questions and tagged missing values", "Stata, compressed", "Excel", "Parquet", "Parquet, snappy"])("%s", (kind) => {
    expect(coded(files[kind])).toBe(standIn);
  });
});

it("what a file notes is told with its name, in both languages", () => {
  const sheet = utils.aoa_to_sheet(chinese);
  sheet["!rows"] = [{}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "调查");
  const file = here.put("hidden.xlsx", new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  const of = raw.rows.length;
  expect(readSfrc(file).notes).toContainEqual({
    en: `${file}: 1 of ${of} rows are hidden in the workbook, the first in row 3; they are read as the others`,
    zh: `${file}：工作簿中有 1 行隐藏（共 ${of} 行，首个为第 3 行），照常读入`,
  });
});

describe("kinds of file that are not read here", () => {
  const refusal = (name: string, content: string | Uint8Array): string => {
    try {
      openTable(here.put(name, content));
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("was not refused");
  };

  it.each([
    ["x.por", "ASCII SPSS PORT FILE                                    ", /portable SPSS file.*save it as \.sav/],
    ["x.xpt", "HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", /SAS transport file.*read_xpt/],
    ["x.feather", "ARROW1\0\0", /Feather.*write_parquet/],
    ["x.rds", gzipSync("X\n\0\0\0\x03\0\x04"), /file of R.*write_sav/],
    ["x.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old Excel.*\.xlsx/],
  ])("%s is refused by name, with the way out", (name, content, message) => expect(refusal(name, content)).toMatch(message));

  it("a workbook with two filled sheets asks which; an error in a cell and merged cells are refused with their place", () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["a"], [1]]), "first");
    utils.book_append_sheet(book, utils.aoa_to_sheet([["b"], [2]]), "second");
    const path = here.put("two.xlsx", new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
    expect(() => openTable(path)).toThrow(/2 sheets that are not empty: first, second.*--sheet/);
    expect(openTable(path, { sheet: "second" }).rows).toEqual([{ line: 2, cells: ["2"] }]);
    expect(() => openTable(path, { sheet: "third" })).toThrow(/no sheet "third" \(expected first, second\)/);
    const sheet = utils.aoa_to_sheet([["a", "b"], [1, 2]]);
    sheet.A2 = { t: "e", v: 42, w: "#N/A" };
    const bad = utils.book_new();
    utils.book_append_sheet(bad, sheet, "s");
    expect(refusal("bad.xlsx", new Uint8Array(write(bad, { type: "array", bookType: "xlsx" }) as ArrayBuffer))).toMatch(/row 2, column A: the cell holds the error/);
    expect(refusal("no.xlsx", "PK\u0003\u0004 and no workbook")).toMatch(/no Excel workbook|workbook is empty/);
  });

  it("a damaged gzip or Parquet file is refused, with a sentence", () => {
    const packed = gzipSync(Array.from({ length: 2000 }, (_, i) => `${i},${(i * 7919) % 1009}`).join("\n"));
    expect(refusal("cut.csv.gz", packed.subarray(0, packed.length / 2))).toMatch(/the gzip file is damaged/);
    const flipped = Buffer.from(packed);
    flipped[flipped.length >> 1] ^= 0xff;
    expect(refusal("flipped.csv.gz", flipped)).toMatch(/the gzip file is damaged/);
    expect(refusal("bad.parquet", "PAR1 not at all PAR1")).toMatch(/Parquet file cannot be read/);
  });
});
