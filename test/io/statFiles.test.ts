import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { missingKind, type DataFile, type Variable } from "../../src/io/dataFile";
import { readSpss } from "../../src/io/spss";
import { readStata } from "../../src/io/stata";
import { projectFolder } from "../../src/projectFolder";
import fixture from "../fixtures/io/statFiles.json";

const folder = `${projectFolder}/test/fixtures/io`;
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${file}`));
const read = (file: string, bytes = bytesOf(file), encoding?: string): DataFile => (file.endsWith(".dta") ? readStata : readSpss)(bytes, file, { encoding });

/** A column as haven gives it. */
interface Told {
  readonly label: string | null;
  readonly labels: { readonly texts: string[]; readonly values: (number | string)[]; readonly tags: (string | null)[] | null } | null;
  readonly missingValues: (number | string)[] | null;
  readonly missingRange: string[] | null;
  readonly class: string;
  readonly values: (number | string | null)[];
  readonly tags: (string | null)[] | null;
}

const columns = fixture.columns as unknown as readonly Told[];
const DAY = 86_400;

/** Our number as haven shows it: dates as days, datetimes as seconds since 1970. */
function asHaven(value: number | string, { class: kind }: Told, { format }: DataFile): number | string {
  if (typeof value === "string") return value;
  if (format.startsWith("Stata")) return kind === "Date" ? value - 3653 : kind === "POSIXct" ? value / 1000 - 3653 * DAY : value;
  return kind === "Date" ? value / DAY - 141_428 : kind === "POSIXct" ? value - 141_428 * DAY : value;
}

/** The cells of a column that differ from haven's. */
function differing(ours: Variable, told: Told, file: DataFile): string[] {
  return told.values.flatMap((value, i) => {
    const mine = ours.values[i];
    const tag = told.tags?.[i] ?? null;
    const same = value === null
      ? typeof mine === "number" && Number.isNaN(mine) && (ours.tags.get(i) ?? null) === tag
      : typeof value === "number" ? Math.abs(value - (asHaven(mine, told, file) as number)) <= 1e-14 * Math.abs(value) : value === mine;
    return same ? [] : [`row ${i + 1}, ${ours.name}: ${String(mine)}, haven ${String(value)}`];
  });
}

describe("SPSS and Stata files against haven", () => {
  it("are twenty files with more than 100,000 cells", () => {
    expect(fixture.files.length).toBe(20);
    expect(fixture.files.reduce((sum, { rows, names }) => sum + rows * names.length, 0)).toBeGreaterThan(100_000);
  });

  it.each(fixture.files)("$file: every cell, name, label and missing value", ({ file, rows, names, columns: numbers }) => {
    const ours = read(file);
    expect([ours.rows, ours.variables.map(({ name }) => name)]).toEqual([rows, names]);
    for (const [c, variable] of ours.variables.entries()) {
      const told = columns[numbers[c] - 1];
      expect(differing(variable, told, ours)).toEqual([]);
      expect(variable.label).toBe(told.label ?? "");
      if (file !== "old-108.dta") expect(labelsOf(variable)).toEqual(Object.fromEntries((told.labels?.texts ?? []).map((text, i) => [told.labels?.tags?.[i] ? `.${told.labels.tags[i]}` : String(told.labels!.values[i]), text])));
      expect([...variable.missing.values]).toEqual(told.missingValues ?? []);
      expect(variable.missing.range?.map((end) => (Number.isFinite(end) ? String(end) : end > 0 ? "Inf" : "-Inf"))).toEqual(told.missingRange ?? undefined);
    }
  });

  it("reads the value labels of Stata 6, which haven leaves out", () => {
    expect(labelsOf(read("old-108.dta").variables[2])).toEqual({ 1: "male", 2: "female" });
  });

  it("tells an answer from the three kinds of missing", () => {
    const kinds = (file: string, name: string): Set<string> => {
      const data = read(file);
      const variable = data.variables.find((v) => v.name === name)!;
      return new Set(Array.from({ length: data.rows }, (_, i) => missingKind(variable, i) ?? "answer"));
    };
    expect(kinds("people-byte.sav", "age")).toEqual(new Set(["answer", "declared"]));
    expect(kinds("people-byte.sav", "sex")).toEqual(new Set(["answer", "system"]));
    expect(kinds("people-118.dta", "age")).toEqual(new Set(["answer", "tagged"]));
    expect(kinds("pspp-edges-byte.sav", "a")).toEqual(new Set(["answer", "declared"]));
    expect(kinds("edges-byte.sav", "s2")).toEqual(new Set(["answer", "declared"]));
  });
});

describe("encodings of SPSS and Stata files", () => {
  it("asks for the encoding of an old Stata file that is not UTF-8, and reads it with the right one", () => {
    expect(() => read("gb18030-114.dta")).toThrow(/does not say in which encoding its texts are.*--encoding gb18030/s);
    expect(read("gb18030-114.dta", undefined, "gb18030").variables[1].values).toEqual(["长春", "广州", "杭州", "义乌", "西安", "兰州"]);
  });

  it("refuses a wrong encoding with the place, and never shows replacement characters", () => {
    expect(() => read("people-118.dta", undefined, "utf-16le")).toThrow(/its texts are utf-8 \(.*\), but utf-16le was named/);
    expect(() => read("gb18030-114.dta", undefined, "utf-8")).toThrow(/row 1, column city.*is not utf-8: b3 a4/s);
    expect(() => read("gb18030-114.dta", undefined, "klingon")).toThrow(/"klingon" is not known/);
  });
});

it("lines of documentation in an SPSS file are passed over", () => {
  const bytes = bytesOf("people-none.sav");
  const view = new DataView(bytes.buffer);
  const end = [...bytes.keys()].find((at) => at > 176 && at + 8 <= bytes.length && view.getInt32(at, true) === 999 && view.getInt32(at + 4, true) === 0)!;
  const documents = new Uint8Array(8 + 3 * 80).fill(32);
  new DataView(documents.buffer).setInt32(0, 6, true);
  new DataView(documents.buffer).setInt32(4, 3, true);
  const told = read("people-none.sav", Uint8Array.from([...bytes.subarray(0, end), ...documents, ...bytes.subarray(end)]));
  const plain = read("people-none.sav");
  expect(JSON.stringify(told)).toBe(JSON.stringify(plain));
  expect(told.rows).toBe(plain.rows);
});

describe("damaged SPSS and Stata files", () => {
  it("refuse a cut at any place, or read the rows that a header of unknown length allows", () => {
    for (const file of ["people-byte.sav", "pspp-people-zsav.zsav", "people-118.dta", "plain-114.dta", "old-108.dta"]) {
      const whole = bytesOf(file);
      for (let k = 0; k < 40; k++) {
        const cut = whole.slice(0, Math.floor((whole.length * k) / 40));
        try {
          expect(read(file, cut).rows).toBe(read(file).rows); // only value labels or an end mark were lost
        } catch (error) {
          expect((error as Error).name).toBe("BadInput");
        }
      }
    }
  });

  it("a type that Stata has not is refused by its number; texts are of 1 to 244 bytes", () => {
    const typed = (code: number) => { const bytes = bytesOf("plain-114.dta").slice(); bytes[109] = code; return () => read("plain-114.dta", bytes); }; // the header's 109 bytes, then a byte a variable
    for (const code of [0, 245, 250]) expect(typed(code)).toThrow(`a variable's type is ${code}`);
    for (const code of [1, 244]) expect(typed(code)).not.toThrow(/a variable's type/);
  });

  it("a header that claims 1.7·10⁹ rows is refused before any room is taken", () => {
    const bytes = bytesOf("plain-114.dta").slice();
    new DataView(bytes.buffer).setUint32(6, 1_700_000_000, true);
    expect(() => read("plain-114.dta", bytes)).toThrow(/1700000000 observations of \d+ bytes are announced/);
    const sav = bytesOf("people-none.sav").slice();
    new DataView(sav.buffer).setInt32(80, 1_700_000_000, true);
    expect(() => read("people-none.sav", sav)).toThrow(/speaks of 1700000000 cases, and the file holds 620/);
  });

  it("more value labels, or variables of theirs, than the file could hold are refused before any room is taken", () => {
    const bytes = bytesOf("people-none.sav").slice();
    const view = new DataView(bytes.buffer);
    // The first record of value labels: kind 3, a count, a value of 8 bytes, then a label's length; its variables follow as kind 4.
    const labels = [...bytes.keys()].find((at) => at > 176 && at % 4 === 0 && view.getInt32(at, true) === 3 && view.getInt32(at + 4, true) > 0 && view.getInt32(at + 4, true) < 40)!;
    const changed = (at: number) => { const copy = bytes.slice(); new DataView(copy.buffer).setUint32(at, 0xffffffff, true); return copy; };
    expect(() => read("people-none.sav", changed(labels + 4))).toThrow(/4294967295 value labels are announced/);
    const variables = [...bytes.keys()].find((at) => at > labels && at % 4 === 0 && view.getInt32(at, true) === 4 && view.getInt32(at + 4, true) === 1)!;
    expect(() => read("people-none.sav", changed(variables + 4))).toThrow(/4294967295 labelled variables are announced/);
  });

  it("a block of a .zsav whose bytes changed is refused by its checksum", () => {
    const bytes = bytesOf("pspp-people-zsav.zsav").slice();
    bytes[bytes.length >> 1] ^= 0x01;
    expect(() => read("pspp-people-zsav.zsav", bytes)).toThrow(/damaged/);
  });

  it("refuses formats that no true file was tried with, by name", () => {
    const bytes = bytesOf("plain-114.dta").slice();
    for (const version of [104, 105, 111, 112, 116]) {
      bytes[0] = version;
      expect(() => read("plain-114.dta", bytes)).toThrow(`Stata format ${version} is not read here`);
    }
  });

  it("every fixture file is one that the tests read", () => {
    expect(readdirSync(folder).filter((file) => /\.(sav|zsav|dta)$/.test(file)).sort()).toEqual([...fixture.files.map(({ file }) => file), "gb18030-114.dta"].sort());
  });
});

const labelsOf = ({ labels, tagLabels }: Variable): Record<string, string> =>
  Object.fromEntries([...[...labels].map(([value, text]) => [String(value), text]), ...[...tagLabels].map(([tag, text]) => [`.${tag}`, text])]);
