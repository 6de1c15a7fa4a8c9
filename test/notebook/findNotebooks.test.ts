import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findNotebooks } from "../../src/notebook/run/findNotebooks";
import { projectFolder } from "../../src/projectFolder";
import { temporaryFolder, writeNotebook } from "./smallNotebook";

/** A folder with an English and a Chinese edition, and what does not belong to either. */
function editions(): string {
  const folder = temporaryFolder();
  for (const inside of ["zh", "zh/more", "fr"]) mkdirSync(join(folder, inside));
  for (const name of ["b.ipynb", "a.ipynb", "zh/b.ipynb", "zh/a.ipynb", "zh/more/c.ipynb", "fr/a.ipynb"]) writeNotebook(folder, [`1`], name);
  return folder;
}

test("a folder stands for its notebooks and then those of its zh/, and for nothing deeper or beside", () => {
  const folder = editions();
  expect(findNotebooks(["."], folder)).toEqual(["a.ipynb", "b.ipynb", "zh/a.ipynb", "zh/b.ipynb"].map((name) => ({ path: join(folder, name), named: name, copy: name })));
});

test("a Chinese edition named by itself is copied without its folder", () => {
  const folder = editions();
  expect(findNotebooks(["zh", "fr/a.ipynb"], folder).map(({ named, copy }) => [named, copy])).toEqual([["zh/a.ipynb", "a.ipynb"], ["zh/b.ipynb", "b.ipynb"], ["fr/a.ipynb", "a.ipynb"]]);
});

test("a folder that holds only a Chinese edition is not empty", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "zh"));
  writeNotebook(folder, [`1`], "zh/a.ipynb");
  expect(findNotebooks([folder]).map(({ copy }) => copy)).toEqual(["zh/a.ipynb"]);
});

test("nothing named, both committed editions are found, name for name", () => {
  const copies = findNotebooks([]).map(({ path, copy }) => {
    expect(path).toBe(join(projectFolder, "notebooks", copy));
    return copy;
  });
  const [en, zh] = [copies.filter((copy) => !copy.startsWith("zh")), copies.filter((copy) => copy.startsWith("zh"))];
  expect(en.length).toBeGreaterThanOrEqual(11);
  expect(zh).toEqual(en.map((name) => join("zh", name)));
});

test("what is none, or is named twice, is refused by its name", () => {
  const folder = editions();
  writeNotebook(folder, [`1`], "notes.txt");
  mkdirSync(join(folder, "empty"));
  expect(() => findNotebooks(["none.ipynb"], folder)).toThrow("none.ipynb: does not exist (expected a notebook or a folder of notebooks).");
  expect(() => findNotebooks(["notes.txt"], folder)).toThrow("notes.txt: is no notebook by its name (expected a file that ends in .ipynb).");
  expect(() => findNotebooks(["empty"], folder)).toThrow("empty: holds no notebook (expected files that end in .ipynb).");
  expect(() => findNotebooks(["b.ipynb", "a.ipynb", "."], folder)).toThrow(/b\.ipynb: is named twice|a\.ipynb: is named twice/);
  expect(() => findNotebooks(["b.ipynb", "a.ipynb", "./fr/../a.ipynb"], folder)).toThrow(/a\.ipynb: is named twice \(expected each notebook once\)\. Two runs would write the same file\.$/);
});
