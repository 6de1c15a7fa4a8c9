import { join } from "node:path";
import { expect, test } from "vitest";
import { choiceText, folderChoice } from "../src/folderChoice";
import { bothLanguages } from "./io/bothLanguages";
import { folder } from "./survey/rawFile";

const written = (choice: unknown) => {
  const { path, put } = folder();
  put("sojourn.json", JSON.stringify(choice));
  return { path, read: () => folderChoice(path, "") };
};

test("a choice is written with paths as its folder sees them, and read back", () => {
  const { path, put } = folder();
  const choice = { study: path, files: [join(path, "a"), join(path, "b", "c.csv")], mapping: join(path, "..", "m.json"), encoding: "gb18030", separator: ";" as const, sheet: "2", readings: {} };
  const text = choiceText(choice, path);
  expect(text).toBe(`${["{", '  "study": ".",', '  "files": [', '    "a",', '    "b/c.csv"', "  ],", '  "mapping": "../m.json",', '  "encoding": "gb18030",', '  "separator": ";",', '  "sheet": "2",', '  "readings": {}', "}"].join("\n")}\n`);
  put("sojourn.json", text);
  expect(folderChoice(path, "")).toEqual(choice);
});

test.each<[unknown, RegExp]>([
  [{ colour: "red" }, /unknown key/], [{ study: "" }, /study: ""/], [{ files: [""] }, /files/], [{ readings: { age: "" } }, /readings/], [{ encoding: "latin", files: ["a"] }, /encoding: "latin"/], [{ separator: "x", files: ["a"] }, /separator: "x"/], [{ sheet: "1" }, /sheet stands without files \(expected files beside it\)/], [{ mapping: "m" }, /mapping stands without files/],
  [{ study: "s", readings: { age: "x" } }, /it has readings of the paper, and a study of its own \(expected one of the two\)/],
])("%j is refused", (choice, message) => {
  const [en, zh] = bothLanguages(written(choice).read);
  expect(en).toMatch(message);
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
});

test("a name of one letter is one", () => {
  const { path, read } = written({ files: ["a"], mapping: "m", readings: { r: "c" } });
  expect(read()).toMatchObject({ files: [join(path, "a")], mapping: join(path, "m"), readings: { r: "c" } });
});
