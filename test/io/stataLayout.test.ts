import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { typeSize } from "../../src/io/stataLayout";
import { readStata } from "../../src/io/stata";

const bytes = readFileSync(join(__dirname, "../fixtures/io/people-118.dta"));
const changed = (from: string, to: string): Uint8Array => {
  const at = bytes.indexOf(from);
  expect([at >= 0, to.length]).toEqual([true, from.length]);
  return Uint8Array.from([...bytes.subarray(0, at), ...Buffer.from(to), ...bytes.subarray(at + from.length)]);
};

describe("the layout of a Stata file", () => {
  it("says its byte order, or is damaged", () => {
    expect(readStata(new Uint8Array(bytes), "x.dta", {}).variables.length).toBeGreaterThan(1);
    expect(() => readStata(changed("<byteorder>LSF", "<byteorder>XSF"), "x.dta", {})).toThrow('the byte order is "XSF"');
  });

  it.each([["</byteorder><K>", "</byteorder><L>"], ["</timestamp></header><map>", "</timestamp></header><mop>"], ["<variable_types>", "<variable_tips_>"], ["<varnames>", "<varnumes>"], ["<data>", "<dada>"]])("has its sections where they belong: %s", (from, to) => {
    expect(() => readStata(changed(from, to), "x.dta", {})).toThrow(/x\.dta/);
  });

  it("has numbers of one, two, four and eight bytes, and texts of their width", () => {
    expect((["byte", "int", "long", "float", "double", "strL"] as const).map(typeSize)).toEqual([1, 2, 4, 4, 8, 8]);
    expect(typeSize({ width: 17 } as never)).toBe(17);
  });
});
