import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as run from "../../src/cli/run";
import { dataFile } from "../../src/projectFolder";
import { inProcess } from "./inProcess";

const sojourn = inProcess(run);
const folder = mkdtempSync(join(tmpdir(), "sojourn-run-"));
const study = dataFile("wvs");
const broken = join(folder, "broken.ipynb");
writeFileSync(broken, "{");
const refused = async (...argv: string[]): Promise<string> => {
  const { exit, stdout, stderr } = await sojourn("run", ...argv);
  expect([exit, stdout]).toEqual([2, ""]);
  return stderr;
};

// What is refused before a kernel starts; that notebooks run stands in test/notebook.
describe("sojourn run", () => {
  it("refuses a notebook that is not there, by its name", async () => {
    expect(await refused(join(folder, "none.ipynb"))).toContain("none.ipynb: does not exist");
    expect(await refused(folder, "--study", study)).toContain("broken.ipynb: is no notebook of the study");
  });

  it("takes the notebooks of a study where none is named", async () => expect(await refused("--study", study)).toContain(`${join(study, "notebooks")}: does not exist`));

  it.each([["--cell-timeout", "0", "positive"], ["--cell-timeout", "-1", "positive"], ["--cell-timeout", " ", "positive"], ["--cell-timeout", "1e6", "positive"], ["--cell-timeout", "x", "positive"], ["--jobs", "0", "1 to 99"], ["--jobs", "100", "1 to 99"], ["--jobs", "1.5", "1 to 99"]])("refuses %s %j", async (option, value, expected) => {
    expect(await refused(broken, option, value)).toContain(expected);
  });
  it.each([["--cell-timeout", "0.5"], ["--cell-timeout", "999999"], ["--jobs", "1"], ["--jobs", "99"]])("takes %s %s", async (option, value) => expect(await refused(broken, option, value)).toContain("broken.ipynb"));

  it("with data or readings wants a folder for the results", async () => {
    expect(await refused(broken, "--reading", "gender=male")).toContain("no folder is named for the results");
    expect(await refused(broken, "--reading", "gender=both", "--out", join(folder, "a"))).toContain("gender");
    expect(existsSync(join(folder, "a"))).toBe(false);
  });

  it("leaves nothing of a choice where nothing was copied, but what was there before", async () => {
    const out = join(folder, "out");
    expect(await refused(broken, "--reading", "gender=female", "--out", out)).toContain("broken.ipynb");
    expect(existsSync(out)).toBe(false);
    mkdirSync(out);
    writeFileSync(join(out, "mine.txt"), "");
    await refused(broken, "--reading", "gender=female", "--out", out);
    expect(readdirSync(out)).toContain("mine.txt");
    const plain = join(folder, "plain");
    await refused(broken, "--out", plain);
    expect(existsSync(plain)).toBe(false);
  });
});
