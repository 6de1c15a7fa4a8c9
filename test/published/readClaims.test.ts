import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import { parseClaims, readClaims } from "../../src/published/readClaims";

const claim = (change: object = {}) => ({
  id: "C", section: "4", hypotheses: [], model: "M1", terms: ["age"], expect: "+", en: "it rises", zh: "上升", checkable: "table", ...change,
});
const refusal = (...claims: object[]) => () => parseClaims({ claims }, "c.json");

describe("a file of claims", () => {
  it("reads the paper's claims whole", () => {
    const file = dataFile("claims.json");
    expect(readClaims(file).claims).toEqual(JSON.parse(readFileSync(file, "utf8")).claims);
  });

  it("refuses what it does not know, naming claim and field", () => {
    expect(refusal(claim({ expect: "up" }))).toThrow('c.json: claim C, expect: "up"');
    expect(refusal(claim({ mdoel: "M1" }))).toThrow('c.json: claim C: unknown key "mdoel"');
    expect(refusal(claim({ terms: [1] }))).toThrow("c.json: claim C, terms 1: 1");
    expect(refusal(claim({ expect: "same-as" }))).toThrow("c.json: claim C: no against");
    expect(refusal(claim({ models: ["M3"] }))).toThrow("both model and models");
    expect(refusal(claim(), { ...claim(), id: undefined })).toThrow("c.json: claim 2: no id");
    expect(refusal(claim(), claim())).toThrow("c.json: claim C: its id stands twice");
  });
});
