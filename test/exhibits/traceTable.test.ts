import { describe, expect, it } from "vitest";
import { traceTable } from "../../src/exhibits/traceTable";
import { codeSample } from "../../src/sfrc/codeSample";
import { readClaims, readPublished } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { trace } from "../../src/sfrc/trace";
import { inventedFile } from "../sfrc/inventedSurvey";

describe("the trace of a coefficient", () => {
  it("shows every coded value of a column of many, so that its counts add up to the model's people", () => {
    const coded = codeSample(readSfrc(inventedFile()));
    const table = traceTable(trace("M4.age2", coded, readPublished(), readClaims()), readClaims());
    const group = table.rowGroups.find(({ label }) => typeof label === "object" && label.en.startsWith("coded"))!;
    const counts = group.rows.map(({ cells: [cell] }) => ("number" in cell ? cell.number : NaN));
    expect(counts.length).toBeGreaterThan(15);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(coded.people.length);
  });
});
