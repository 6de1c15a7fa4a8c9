import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markInexact } from "../../src/notebook/nbformat/exactNumbers";
import { nearestHeading } from "../../src/notebook/nbformat/nearestHeading";
import type { Notebook } from "../../src/notebook/nbformat/notebook";
import { notebookFile, notebookText } from "../../src/notebook/nbformat/notebookText";
import { readNotebook } from "../../src/notebook/nbformat/readNotebook";
import { invalidity } from "../../src/notebook/nbformat/validateNotebook";
import { encodeGb18030 } from "../survey/encodeGb18030";
import { temporaryFolder } from "./smallNotebook";

function read(file: unknown): Notebook {
  const path = join(temporaryFolder(), "a.ipynb");
  writeFileSync(path, JSON.stringify(file));
  return readNotebook(path, "a.ipynb");
}

const base = { nbformat: 4, nbformat_minor: 5, metadata: {} };
const code = { cell_type: "code", id: "c", metadata: {}, source: ["a\n", "b"], execution_count: 1 };
const png = "iVBORw0KGgo=\n";

describe("a notebook's file", () => {
  test("is read in UTF-8 and UTF-16, with or without a mark, and refused in what it cannot be written back in", () => {
    const path = join(temporaryFolder(), "a.ipynb");
    const text = JSON.stringify({ ...base, cells: [{ cell_type: "markdown", id: "m", metadata: {}, source: "中文 café" }] }, null, 1);
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.from(text, "utf16le")]) {
      writeFileSync(path, bytes);
      expect(readNotebook(path).cells[0].source).toBe("中文 café");
    }
    writeFileSync(path, encodeGb18030(text.replace(" café", "")));
    expect(() => readNotebook(path, "a.ipynb")).toThrow(/a\.ipynb: is gb18030 text \(expected UTF-8/);
    writeFileSync(path, Buffer.from(text.replace("中文 ", ""), "latin1"));
    expect(() => readNotebook(path, "a.ipynb")).toThrow(/a\.ipynb, row \d+: it is not UTF-8/);
  });

  test("is read with its texts joined, and written with them split as Jupyter does", () => {
    const file = {
      ...base,
      cells: [
        { ...code, outputs: [
          { output_type: "stream", name: "stdout", text: ["x\n", "y\r\n", "9%\r", "z"] },
          { output_type: "display_data", metadata: {}, data: { "text/html": ["<p>\n", "</p>"], "image/png": png, "application/json": { b: ["1\n", "2"] } } },
        ] },
        { cell_type: "markdown", id: "m", metadata: {}, source: [], attachments: { "a.txt": { "text/plain": ["q\n", "r"] } } },
      ],
    };
    const notebook = read(file);
    expect(notebook.cells[0]).toMatchObject({ source: "a\nb", outputs: [{ text: "x\ny\r\n9%\rz" }, { data: { "text/html": "<p>\n</p>", "image/png": png, "application/json": { b: ["1\n", "2"] } } }] });
    expect(notebookFile(notebook)).toEqual(file);
  });

  test("has sorted keys at every depth, one space of indent and a last newline", () => {
    expect(notebookText(read({ ...base, metadata: { b: { z: 1, a: [] }, A: {} }, cells: [] }))).toBe(
      `{\n "cells": [],\n "metadata": {\n  "A": {},\n  "b": {\n   "a": [],\n   "z": 1\n  }\n },\n "nbformat": 4,\n "nbformat_minor": 5\n}\n`);
  });

  test("keeps keys that the format does not know, wherever they stand", () => {
    const file = { ...base, ours: { a: 1 }, metadata: { theirs: [null], __proto__x: 1 }, cells: [{ ...code, colour: 1, outputs: [{ output_type: "stream", name: "stdout", text: ["x"], shade: 2 }] }] };
    const notebook = read(file);
    expect(invalidity(notebookFile(notebook))).toBeUndefined();
    expect(notebookFile(notebook)).toEqual(file);
  });

  test("keeps numbers that JavaScript cannot hold as they were written, and a text that looks like one", () => {
    const path = join(temporaryFolder(), "a.ipynb");
    const numbers = ["1e400", "-1E+999", "-0.0", "-0", "12345678901234567890", "0.1234567890123456789", "1e-400", "9007199254740993"];
    const plain = ["0", "1.5", "-2e5", "9007199254740991", "0.1", "100", "1e21", "5e-324"];
    const text = `{\n "cells": [],\n "metadata": {\n  "a \\"-0.0": [\n${[...numbers, ...plain.slice(0, 2), `"1e400 \\\\"`].map((n) => `   ${n}`).join(",\n")}\n  ]\n },\n "nbformat": 4,\n "nbformat_minor": 5\n}\n`;
    writeFileSync(path, text);
    expect(notebookText(readNotebook(path))).toBe(text);
    for (const token of plain) expect(markInexact(token), token).toBe(token);
  });

  test("of 4.4 is read as 4.5, each cell with an id that is the same every time", () => {
    const { id: _, ...withoutId } = code;
    const cells = [{ ...withoutId, outputs: [] }, { ...withoutId, outputs: [] }];
    const [first, second] = [1, 2].map(() => read({ ...base, nbformat_minor: 4, cells }).cells.map(({ id }) => id));
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(2);
    expect(first.every((id) => /^[0-9a-f]{12}$/.test(id))).toBe(true);
  });

  test.each([
    ["an output of no known kind", { ...base, cells: [{ ...code, outputs: [{ output_type: "picture" }] }] }, "/cells/0/outputs/0"],
    ["a stream without text", { ...base, cells: [{ ...code, outputs: [{ output_type: "stream", name: "stdout" }] }] }, "/cells/0/outputs/0 must have required property 'text'"],
    ["a cell without source", { ...base, cells: [{ ...code, source: undefined, outputs: [] }] }, "/cells/0 must have required property 'source'"],
    ["an id with a space", { ...base, cells: [{ ...code, id: "a b", outputs: [] }] }, "/cells/0/id must match pattern"],
    ["no list of cells", { ...base, cells: 3 }, "/cells must be array"],
  ])("is refused with %s", (_, file, message) => {
    expect(() => read(file)).toThrow(`a.ipynb: not a valid notebook: ${message}`);
    expect(invalidity(JSON.parse(JSON.stringify(file)))).toContain(message);
  });
});

describe("the nearest heading", () => {
  const notebook = (...markdown: string[]): Notebook => ({
    ...base, nbformat: 4,
    cells: [...markdown.map((source, index) => ({ cell_type: "markdown" as const, id: `${index}`, metadata: {}, source })), { cell_type: "code", id: "c", metadata: {}, source: "", execution_count: null, outputs: [] }],
  });
  const nearest = (...markdown: string[]) => nearestHeading(notebook(...markdown), markdown.length);

  test.each([
    ["is the last one above", ["# A\n## B", "text"], "B"],
    ["is without its marks", ["## *The* `code` and [a link](x.html) ##"], "The code and a link"],
    ["keeps what only looks like a mark", ["# supportKin and x_1 < 2"], "supportKin and x_1 < 2"],
    ["is not a comment in fenced code", ["# Real\n```\n# not this\n```"], "Real"],
    ["is cut where it is long", [`# ${"字".repeat(80)}`], `${"字".repeat(59)}…`],
  ])("%s", (_, markdown, heading) => expect(nearest(...markdown)).toBe(heading));

  test("is none above the first", () => expect(nearest("no heading", "#hashtag")).toBeUndefined());
});
