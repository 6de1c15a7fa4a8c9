import { linkSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refuseOutput } from "../../src/cli/writeOutput";
import { dataFile } from "../../src/projectFolder";

const folder = mkdtempSync(join(tmpdir(), "sojourn-inputs-"));
const at = (name: string): string => join(folder, name);
writeFileSync(at("codebook.json"), "{}");
writeFileSync(at("raw.csv"), "a\n");
symlinkSync(dataFile("codebook.json"), at("link.csv"));
symlinkSync(at("raw.csv"), at("raw-link.csv"));
linkSync(at("raw.csv"), at("raw-twin.csv"));

test.each([
  ["the package's codebook", dataFile("codebook.json"), []], ["its claims", dataFile("claims.json"), []], ["the stand-in", dataFile("sfrc-synthetic.csv"), []],
  ["a link onto the codebook", at("link.csv"), []], ["a link onto an input", at("raw-link.csv"), [at("raw.csv")]], ["an input's other name", at("raw-twin.csv"), [at("raw.csv")]],
  ["another output that is not there yet", at("new.json"), [`${folder}/./new.json`]],
])("no output goes onto what the command reads: %s", (_, out, inputs) => expect(() => refuseOutput(out, inputs)).toThrow(/the output would overwrite the input/));

test("nor onto a study's own files; and synthesize makes the stand-in", () => {
  expect(() => refuseOutput(at("codebook.json"), [], { study: folder })).toThrow(/the output would overwrite the input/);
  expect(() => refuseOutput(at("codebook.json"), [])).not.toThrow(); // of no study that is asked for
  expect(() => refuseOutput(dataFile("sfrc-synthetic.csv"), [], { makesStandIn: true })).not.toThrow();
  expect(() => refuseOutput(at("new.csv"), [at("raw.csv")])).not.toThrow();
});
