import { describe, expect, it } from "vitest";
import { readSpss } from "../../src/io/spss";
import { double, sav } from "./sav";

const columns = (bytes: Uint8Array) => Object.fromEntries(readSpss(bytes, "x.sav", {}).variables.map(({ name, values }) => [name, [...values]]));

describe("the cases of an SPSS file", () => {
  it("have strings of one sign, of eight and of nine beside their numbers", () => {
    expect(columns(sav([["A", 1], ["N", 0], ["E", 8], ["L", 9], ["M", 0]], [["x", 1.5, "eightish", "nine sign", -2], ["", 0, "e", "n", 1e300]]))).toEqual({ A: ["x", ""], N: [1.5, 0], E: ["eightish", "e"], L: ["nine sign", "n"], M: [-2, 1e300] });
    expect(columns(sav([["L", 17], ["A", 2]], [["seventeen letters", "ab"]]))).toEqual({ L: ["seventeen letters"], A: ["ab"] });
  });

  it("may be none, or more than there was room for at first", () => {
    expect(columns(sav([["N", 0], ["A", 1]], []))).toEqual({ N: [], A: [] });
    const many = columns(sav([["N", 0], ["A", 3]], Array.from({ length: 5000 }, (_, i) => [i, String(i % 1000)])));
    expect([many.N.length, many.N[4999], many.A[4999], many.N[1024], many.A[1025]]).toEqual([5000, 4999, "999", 1024, "25"]);
  });

  it("the largest negative number is a missing one", () => expect(columns(sav([["N", 0]], [[-Number.MAX_VALUE], [Number.MAX_VALUE]])).N).toEqual([NaN, Number.MAX_VALUE]));

  it("are refused where they are fewer than the header says, or bytes are left over", () => {
    expect(() => columns(sav([["N", 0]], [[1], [2]], 3))).toThrow("the header speaks of 3 cases, and the file holds 2");
    expect(columns(sav([["N", 0]], [[1], [2]], -1)).N).toEqual([1, 2]);
    expect(() => columns(sav([["N", 0]], [[1]], 1, [0, 0, 0]))).toThrow("3 bytes are left over after the last case");
    expect(() => columns(sav([["N", 0], ["M", 0]], [[1, 2]], -1, double(3)))).toThrow();
  });
});

// "System File Format", format types, in the manual of GNU PSPP: type, width and decimals are a byte each.
it("the formats of an SPSS file have the names of its manual, and those of dates and times are told from numbers", () => {
  const NAMES = "A AHEX COMMA DOLLAR F IB PIBHEX P PIB PK RB RBHEX ? ? Z N E ? ? DATE TIME DATETIME ADATE JDATE DTIME WKDAY MONTH MOYR QYR WKYR PCT DOT CCA CCB CCC CCD CCE EDATE SDATE MTIME YMDHMS".split(" ");
  const types = [...NAMES.keys()].filter((i) => NAMES[i] !== "?").map((i) => i + 1);
  const { variables } = readSpss(sav(types.map((type) => [`V${type}`, 0, (type << 16) + (12 << 8) + 3] as const), [types.map(() => 1)]), "x.sav", {});
  expect(variables.map(({ format }) => format)).toEqual(types.map((type) => `${NAMES[type - 1]}12.3`));
  const ofKind = (kind: string): string[] => variables.filter((variable) => variable.kind === kind).map(({ format }) => format.replace("12.3", ""));
  expect(ofKind("date")).toEqual(["DATE", "ADATE", "JDATE", "MOYR", "QYR", "WKYR", "EDATE", "SDATE"]);
  expect(ofKind("datetime")).toEqual(["DATETIME", "YMDHMS"]);
  expect(ofKind("time")).toEqual(["TIME", "DTIME", "MTIME"]);
  expect(readSpss(sav([["N", 0, (5 << 16) + (8 << 8)]], [[1]]), "x.sav", {}).variables[0].format).toBe("F8"); // without decimals
});
