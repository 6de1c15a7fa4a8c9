import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { projectFolder } from "../../src/projectFolder";
import type { NotebookFile } from "../../src/notebook/run/findNotebooks";
import { type Choices, refuseChoices } from "../../src/notebook/run/refuseChoices";

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const notebook = (path: string, copy: string): NotebookFile => ({ path, named: path, copy });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "choices-"));
  for (const name of ["mine", "out"]) mkdirSync(at(name));
  for (const name of ["a.csv", "b.csv", "m.json", join("mine", "n.ipynb")]) writeFileSync(at(name), "{}");
  symlinkSync(at("a.csv"), at("link.csv"));
});

const refusal = (choices: Partial<Choices>, files = [notebook(at("mine", "n.ipynb"), "n.ipynb")]): string | undefined => {
  try {
    refuseChoices(files, { data: [], reading: [], ...choices });
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
    return (error as Error).message;
  }
};

describe("choices of a run", () => {
  it("are carried out where nothing speaks against them", () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ out: at("out") })).toBeUndefined();
    expect(refusal({ out: at("new", "folder") })).toBeUndefined();
    expect(refusal({ data: [at("a.csv"), at("b.csv")], mapping: at("m.json"), out: at("out"), separator: ";" })).toBeUndefined();
    expect(refusal({ reading: ["gender=male"], out: at("out") })).toBeUndefined();
    expect(refusal({ study: at("mine"), data: [at("a.csv")], out: at("out") })).toBeUndefined();
    expect(refusal({ out: at("out") }, [notebook(at("mine", "n.ipynb"), "n.ipynb"), notebook(at("mine", "n.ipynb"), "zh/n.ipynb")])).toBeUndefined();
  });

  it.each([
    ["a file that is not there", () => ({ data: [at("none.csv")], out: at("out") }), /none\.csv.*does not exist/],
    ["a folder as data", () => ({ data: [at("mine")], out: at("out") }), /mine.*is no file/],
    ["a mapping that is not there", () => ({ data: [at("a.csv")], mapping: at("none.json"), out: at("out") }), /none\.json.*does not exist/],
    ["one file twice, under another name", () => ({ data: [at("a.csv"), at("b.csv"), at("link.csv")], out: at("out") }), /link\.csv.*given twice/],
    ["a mapping without data", () => ({ mapping: at("m.json") }), /--mapping/],
    ["an encoding without data", () => ({ encoding: "gb18030" }), /--encoding/],
    ["a reading of the paper for another study", () => ({ study: at("mine"), reading: ["gender=male"], out: at("out") }), /gender=male is a reading of the paper/],
    ["somebody's data without a folder", () => ({ data: [at("a.csv")] }), /a\.csv.*no folder is named/],
    ["a reading without a folder", () => ({ reading: ["gender=male"] }), /--reading.*no folder is named/],
    ["a file as the folder", () => ({ out: at("a.csv") }), /a\.csv.*is a file/],
    ["the notebook's own folder", () => ({ out: at("mine") }), /is the folder of .*n\.ipynb itself/],
    ["the committed notebooks' folder", () => ({ out: join(projectFolder, "notebooks") }), /is the folder of the committed notebooks/],
    ["the committed Chinese notebooks' folder", () => ({ out: join(projectFolder, "notebooks", "zh") }), /is the folder of the committed notebooks/],
  ] as const)("%s is refused", (_, choices, words) => expect(refusal(choices() as Partial<Choices>)?.replace(/\n/g, " ")).toMatch(words));

  it("are refused where a folder's own choice would be left standing beside copies on the stand-in", () => {
    mkdirSync(at("chosen"));
    writeFileSync(at("chosen", "sojourn.json"), "{}");
    expect(refusal({ out: at("chosen") })).toMatch(/chooses data or readings, and none are named/);
    expect(refusal({ out: at("chosen"), data: [at("a.csv")] })).toBeUndefined();
    expect(refusal({ out: at("chosen"), reading: ["gender=male"] })).toBeUndefined();
    expect(refusal({ out: at("chosen"), study: at("mine") })).toBeUndefined();
  });

  it("are refused where two copies would be one file", () => {
    mkdirSync(at("other"));
    writeFileSync(at("other", "n.ipynb"), "{}");
    expect(refusal({ out: at("out") }, [notebook(at("mine", "n.ipynb"), "n.ipynb"), notebook(at("other", "n.ipynb"), "n.ipynb")])).toMatch(/has the name of another notebook/);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("are refused where a file may not be read", () => {
    writeFileSync(at("secret.csv"), "");
    chmodSync(at("secret.csv"), 0);
    expect(refusal({ data: [at("secret.csv")], out: at("out") })).toMatch(/may not be read/);
  });
});
