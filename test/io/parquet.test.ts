import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { openTable } from "../../src/io/openTable";
import { readParquet } from "../../src/io/parquet";
import { projectFolder } from "../../src/projectFolder";
import { parquetTable, readAhead } from "../../src/site/client/kernel/parquetTable";
import kinds from "../fixtures/io/kinds.json";

const folder = `${projectFolder}/test/fixtures/io`;
type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];
const bytes = (columnData: Columns) => new Uint8Array(parquetWriteBuffer({ columnData }) as ArrayBuffer);

describe("a Parquet file", () => {
  it("is a table: its columns by name, a text for each cell, rows counted from 1", async () => {
    const table = await readParquet(bytes([
      { name: "年龄", data: [35, null, -2], type: "INT32", nullable: true }, { name: "mean", data: [0.5, 1e21, 3], type: "DOUBLE" }, { name: "word", data: [" a ", "", "b"], type: "STRING" },
      { name: "yes", data: [true, false, true], type: "BOOLEAN" }, { name: "long", data: [12n, 9007199254740993n, 0n], type: "INT64" },
    ]), "x.parquet");
    expect([table.file, table.format, table.header.cells, table.header.line]).toEqual(["x.parquet", "Parquet", ["年龄", "mean", "word", "yes", "long"], 1]);
    expect(table.rows).toEqual([
      { line: 1, cells: ["35", "0.5", "a", "TRUE", "12"] }, { line: 2, cells: ["", "1e+21", "", "FALSE", "9007199254740993"] }, { line: 3, cells: ["-2", "3", "b", "TRUE", "0"] },
    ]);
  });

  it("says a day as a day, a moment without the zeros of its seconds; midnights are days where all are", async () => {
    const days = [new Date("2020-03-01T00:00:00Z"), new Date("2020-03-01T12:30:05Z"), new Date("2020-03-01T12:30:05.250Z")];
    const cells = async (data: Date[]) => (await readParquet(bytes([{ name: "day", data, type: "TIMESTAMP" }]), "x")).rows.map((row) => row.cells[0]);
    expect(await cells(days)).toEqual(["2020-03-01 00:00:00", "2020-03-01 12:30:05", "2020-03-01 12:30:05.250"]);
    expect(await cells(days.slice(0, 1))).toEqual(["2020-03-01"]);
  });

  it("of every kind that pyarrow writes has the values that were put in, to the last digit", async () => {
    const { header, rows } = await readParquet(readFileSync(`${folder}/kinds.parquet`), "kinds.parquet");
    expect(header.cells).toEqual(Object.keys(kinds));
    const seconds = (time: string): string => String(time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
    const asRead = (name: string, told: string | null): string => {
      if (told === null) return "";
      if (name.includes("time")) return seconds(told);
      if (name === "midnights") return told.slice(0, 10);
      return /^-?\d+\.\d+$/.test(told) ? told.replace(/\.?0+$/, "") : told;
    };
    for (const [j, [name, told]] of Object.entries(kinds).entries()) expect([name, ...rows.map(({ cells }) => cells[j])]).toEqual([name, ...told.map((value) => asRead(name, value))]);
  });

  it("has decimals of any length in bytes too, which no text is made of", async () => {
    const whole = (value: bigint, length: number) => Uint8Array.from({ length }, (_, i) => Number(BigInt.asUintN(8, value >> BigInt(8 * (length - 1 - i)))));
    const packed = new Uint8Array(parquetWriteBuffer({
      columnData: [{ name: "d", data: [whole(16705n, 2), whole(-5n, 1), whole(123456789012345678901n, 9)] }],
      schema: [{ name: "root", num_children: 1 }, { name: "d", type: "BYTE_ARRAY", repetition_type: "REQUIRED", logical_type: { type: "DECIMAL", precision: 30, scale: 2 }, precision: 30, scale: 2 }],
    }) as ArrayBuffer);
    expect((await readParquet(packed, "x")).rows.map(({ cells }) => cells[0])).toEqual(["167.05", "-0.05", "1234567890123456789.01"]); // 16705 is "AA" in bytes
  });

  it("of less than 4 KB is read as any other, though Node keeps such bytes beside others", async () => {
    const small = Buffer.from(bytes([{ name: "a", data: [1, 2], type: "INT32" }]));
    expect(small.byteLength).toBeLessThan(small.buffer.byteLength);
    expect((await readParquet(small, "x")).rows.map(({ cells }) => cells)).toEqual([["1"], ["2"]]);
    expect(openTable(`${folder}/kinds.parquet`).rows).toHaveLength(4);
  });

  it("is refused where it is damaged, or a cell holds more than one value, with the place", async () => {
    await expect(readParquet(new TextEncoder().encode("PAR1 no PAR1"), "x.parquet")).rejects.toThrow(/^x\.parquet: the Parquet file cannot be read: /);
    for (const name of ["lists", "structures"]) await expect(readParquet(readFileSync(`${folder}/${name}.parquet`), "x")).rejects.toThrow(/^x, column l: the column holds lists or structures/);
    await expect(readParquet(readFileSync(`${folder}/bytes.parquet`), "x")).rejects.toThrow(/^x, row 2, column bytes: the cell holds bytes, not a text/);
    const json = readParquet(bytes([{ name: "ok", data: ["a", "b"], type: "STRING" }, { name: "j", data: ["x", { a: 1 }], type: "JSON" }]), "x.parquet");
    await expect(json).rejects.toThrow(/^x\.parquet, row 2, column j: the cell holds a list or a structure/);
    await expect(json).rejects.toThrow(BadInput);
  });
});

describe("in a page", () => {
  const packed = bytes([{ name: "a", data: [1], type: "INT32" }]);
  it("a Parquet file is read when it comes, and given when it is asked for, by the name it is asked for", async () => {
    await readAhead("/own/x.parquet", packed);
    expect(parquetTable(packed, "y.parquet")).toMatchObject({ file: "y.parquet", rows: [{ line: 1, cells: ["1"] }] });
  });
  it("a damaged one is refused when it is asked for; one that nobody read, and other files, are not there", async () => {
    const damaged = new TextEncoder().encode("PAR1 no PAR1");
    await readAhead("x.parquet", damaged);
    expect(() => parquetTable(damaged, "x.parquet")).toThrow(/cannot be read/);
    for (const other of [new TextEncoder().encode("a,b"), "PAR1", undefined]) await readAhead("x", other);
    expect(() => parquetTable(packed.slice(), "x")).toThrow(/within a gzip file/);
  });
});
