import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fieldText } from "../../src/io/fieldText";
import { openTable } from "../../src/io/openTable";
import { readSpss } from "../../src/io/spss";
import { readStata } from "../../src/io/stata";
import { folder } from "../survey/rawFile";
import { bothLanguages } from "./bothLanguages";
import { codePage, encodingRecord, sav } from "./sav";

const latin = (bytes: readonly number[]): string => String.fromCharCode(...bytes);
const WORDS = { gbk: latin([0xb3, 0xa4, 0xb4, 0xba]), utf8: Buffer.from("长春").toString("latin1"), western: latin([0x35, 0x20, 0x80, 0x20, 0x6c, 0x92, 0xee]) };
const file = (words: string, records: readonly number[]) => sav([["CITY", 8]], [[words], [words]], 2, [], records);
const city = (bytes: Uint8Array, encoding?: string) => readSpss(bytes, "x.sav", { encoding }).variables[0].values;
const refused = (work: () => unknown): string => bothLanguages(work)[0];

describe("an SPSS file's encoding", () => {
  it.each(["GBK", "CP936", "cp936", "windows-936", "GB2312", "GB18030", "EUC-CN"])("%s is Chinese of the mainland", (name) => {
    expect(city(file(WORDS.gbk, encodingRecord(name)))).toEqual(["长春", "长春"]);
    expect(city(file(WORDS.gbk, codePage(2)), name)).toEqual(["长春", "长春"]);
  });

  it.each(["windows-1252", "CP1252", "ISO-8859-1", "latin1"])("%s has the euro and curly quotation marks, also where Node's own table has not", (name) => {
    expect(city(file(WORDS.western, encodingRecord(name)))).toEqual(["5 € l’î", "5 € l’î"]);
    expect(city(file(WORDS.western, codePage(2)), name)).toEqual(["5 € l’î", "5 € l’î"]);
  });

  it("that is declared and plainly is not the one is refused, and named rightly is read", () => {
    for (const records of [encodingRecord("windows-1252"), codePage(1252)]) {
      expect(refused(() => city(file(WORDS.gbk, records)))).toBe('x.sav: its texts are gb18030 ("长春"), but the file says windows-1252 ("³¤´º") (expected gb18030). Name it: --encoding gb18030. Nothing was written.');
      expect(refused(() => city(file(WORDS.utf8, records)))).toMatch(/its texts are utf-8 \("长春"\), but the file says windows-1252 \("é•¿æ˜¥"\).*--encoding utf-8/);
      expect(city(file(WORDS.gbk, records), "gbk")).toEqual(["长春", "长春"]);
      expect(city(file(WORDS.utf8, records), "utf-8")).toEqual(["长春", "长春"]);
    }
    expect(refused(() => city(file(WORDS.gbk, codePage(2)), "latin1"))).toMatch(/its texts are gb18030 \("长春"\), but latin1 was named \("³¤´º"\)/);
  });
});

describe("a Stata file's encoding", () => {
  const bytes = readFileSync(join(__dirname, "../fixtures/io/gb18030-114.dta"));

  it("may be called as Windows calls it, and not by another's name", () => {
    expect(readStata(new Uint8Array(bytes), "x.dta", { encoding: "cp936" }).variables[1].values).toEqual(["长春", "广州", "杭州", "义乌", "西安", "兰州"]);
    expect(() => readStata(new Uint8Array(bytes), "x.dta", { encoding: "latin1" })).toThrow(/its texts are gb18030 \("长春"\), but latin1 was named/);
  });

  it("a label of the full width that a program cut within a character is read to there, and a note says so", () => {
    // The labels of format 114 have room for 80 bytes and a zero; those of this file's variables stand behind names, formats and names of labels.
    const cut = Uint8Array.from(bytes);
    const [count] = [new DataView(bytes.buffer, bytes.byteOffset).getUint16(4, bytes[1] === 2)];
    const labels = 10 + 81 + 18 + count * (1 + 33) + 2 * (count + 1) + count * (49 + 33);
    cut.set([...Array.from({ length: 79 }, () => 0x61), 0xb3, 0], labels);
    const read = readStata(cut, "x.dta", { encoding: "gb18030" });
    expect(read.variables[0].label).toBe("a".repeat(79));
    expect(read.notes[0].en).toMatch(/^1 texts end within a character/);
    cut.set([0x61, 0xb3, 0], labels); // one that had room
    expect(() => readStata(cut, "x.dta", { encoding: "gb18030" })).toThrow(/the label of \w+ is not gb18030: 61 b3/);
  });
});

describe("bytes that stand for no character", () => {
  it.each<[string, number[]]>([["windows-1252", [0x61, 0x81]], ["windows-1251", [0x61, 0x98]], ["big5", [0x92, 0x66]], ["gb18030", [0xaa, 0xa1]], ["GBK", [0xaa, 0xa1, 0x61]]])("of %s are refused, not shown as boxes", (encoding, bytes) => {
    expect(() => fieldText(encoding, "x.sav").decode(Uint8Array.from(bytes), () => "a label")).toThrow(`a label is not ${encoding}`);
  });
});

describe("characters that were lost or misread before are found in every kind of file", () => {
  const { put } = folder();
  const open = (words: string) => {
    const path = put("lost.sav", sav([["CITY", 16]], [["x"], [Buffer.from(words).toString("latin1")]], 2, [], encodingRecord("UTF-8")));
    return () => openTable(path);
  };

  it("with row and column", () => {
    expect(open("M\ufffdnch")().lost?.get(0)?.message).toMatch(/row 2, column CITY: characters were lost here before: "M\ufffdnch"/);
    expect(open("锟斤拷")().lost?.get(0)?.message).toMatch(/row 2, column CITY: characters were lost/);
    expect(open("OrlÃ©ans")).toThrow(/row 2, column CITY: "OrlÃ©ans" is what "Orléans" becomes/);
    expect(open("ä¸\u008d")).toThrow(/is what "不" becomes/); // one of its bytes has no letter in Windows-1252
    const whole = open("Orléans")();
    expect([whole.rows[1].cells, whole.lost]).toEqual([["Orléans"], undefined]);
  });
});
