import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { formatOf } from "../../src/io/fileFormat";

const bytes = (start: string | readonly number[]) => Uint8Array.from([...(typeof start === "string" ? [...start].map((c) => c.charCodeAt(0)) : start), ...Array<number>(8).fill(32)]);

describe("a file's kind, by its first bytes", () => {
  // Magic numbers as the formats' own documents have them; Stata before the tags of 117: release, byte order (1 HILO, 2 LOHI), 1.
  it.each([
    ["$FL2", "spss"], ["$FL3", "spss"], ["<stata_dta><header>", "stata"], [[102, 1, 1], "stata"], [[105, 2, 1], "stata"], [[114, 1, 1], "stata"], [[115, 2, 1], "stata"], [[116, 2, 1], "stata"],
    ["PAR1", "parquet"], [[0x1f, 0x8b, 8], "gzip"], ["PK\u0003\u0004", "excel"],
    ["id,age\n", "text"], ["<18,age\n", "text"], ["[1],{a}\n", "text"], ["", "text"], [[101, 1, 1], "text"], [[117, 1, 1], "text"], [[114, 0, 1], "text"], [[114, 3, 1], "text"], [[114, 1, 2], "text"], ["$FL4", "text"], ["PK\u0005\u0006", "text"],
  ] as const)("%j is %s", (start, kind) => expect(formatOf(bytes(start), "a")).toBe(kind));

  it.each([
    [`${"0".repeat(300)}SPSS PORT FILE`, "a portable SPSS file"], ["\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081\u0060", "a SAS data set"], ["HEADER RECORD*******LIBRARY", "a SAS transport file"], ["ARROW1", "a Feather or Arrow file"], ["FEA1", "a Feather or Arrow file"],
    ["RDX2\nX\n", "a file of R"], ["RDX3\nX\n", "a file of R"], ["X\n\0\0\0\u0003", "a file of R"], ["SQLite format 3\0", "an SQLite database"], ["\u00d0\u00cf\u0011\u00e0", "an old Excel workbook"],
    ["<html><body><table>", "an HTML or XML page"], ["\u00ef\u00bb\u00bf\r\n<!DOCTYPE html>", "an HTML or XML page"], ["<?xml version=\"1.0\"?>", "an HTML or XML page"], ["<!-- saved --><table>", "an HTML or XML page"], ["\u00ff\u00fe<\0h\0t\0m\0l\0>\0", "an HTML or XML page"], ["\u00fe\u00ff\0[\0{\0\"\0y\0\"", "a JSON file"], ["[{\"y\":1}]", "a JSON file"], ["{ \"y\": [1] }", "a JSON file"],
    ["%PDF-1.7", "a PDF"], ["{\\rtf1", "a Rich Text file"], ["\u0089PNG", "a picture"], ["\u00ff\u00d8\u00ff", "a picture"],
  ])("%j is refused by its name", (start, what) => {
    expect(() => formatOf(bytes(start), "a")).toThrow(BadInput);
    expect(() => formatOf(bytes(start), "a")).toThrow(what);
  });
});
