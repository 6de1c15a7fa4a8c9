import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BadInput } from "../../../src/badInput";
import { executeNotebook } from "../../../src/notebook/run/executeNotebook";
import { refuseOtherKernel } from "../../../src/notebook/run/refuseOtherKernel";
import { runNotebooks } from "../../../src/notebook/run/runNotebooks";

const python = { kernelspec: { name: "python3", display_name: "Python 3", language: "python" }, language_info: { name: "python" } };

it.each<[string, Record<string, unknown>]>([
  ["tslab's", { kernelspec: { name: "tslab", language: "typescript" } }], ["Deno's", { kernelspec: { name: "deno", language: "typescript" } }], ["jslab's", { language_info: { name: "javascript" } }],
  ["one that says nothing", {}], ["one whose language is no text", { kernelspec: { language: 3 } }], ["one whose language is left empty", { kernelspec: { language: "" }, language_info: { name: "" } }], ["one whose kernel alone is empty", { kernelspec: { language: "" }, language_info: { name: "typescript" } }],
])("is run: %s", (_, metadata) => expect(() => refuseOtherKernel({ metadata }, "a.ipynb")).not.toThrow());

it.each<[string, Record<string, unknown>]>([["python", python], ["R", { language_info: { name: "R" } }], ["julia", { kernelspec: { language: "julia" } }]])("is refused: a notebook in %s, whose cells were run as TypeScript", (language, metadata) => {
  const error = (() => { try { refuseOtherKernel({ metadata }, "a.ipynb"); } catch (thrown) { return thrown; } return undefined; })();
  expect(error).toBeInstanceOf(BadInput);
  expect((error as BadInput).message).toMatch(new RegExp(`^a.ipynb: is a notebook in ${language} \\(expected a notebook in TypeScript or JavaScript\\)\\. Choose the TypeScript kernel`));
  expect((error as BadInput).inLanguage("zh")).toContain(`是 ${language} 语言的笔记本`);
});

it("before a kernel is started or anything is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "other-kernel-"));
  const path = join(folder, "p.ipynb");
  const written = JSON.stringify({ cells: [{ cell_type: "code", id: "a", metadata: {}, execution_count: null, outputs: [], source: "1 + 1" }], metadata: python, nbformat: 4, nbformat_minor: 5 });
  writeFileSync(path, written);
  await expect(executeNotebook(path)).rejects.toThrow(/is a notebook in python/);
  await expect(runNotebooks([{ path, named: "p.ipynb", copy: "p.ipynb" }])).rejects.toThrow(/is a notebook in python/);
  expect(readFileSync(path, "utf8")).toBe(written);
});
