import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nearestHeading } from "../../src/notebook/nbformat/nearestHeading";
import type { Notebook } from "../../src/notebook/nbformat/notebook";
import { notebookFile, notebookText } from "../../src/notebook/nbformat/notebookText";
import { readNotebook } from "../../src/notebook/nbformat/readNotebook";
import { invalidity } from "../../src/notebook/nbformat/validateNotebook";
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
    ["a key that no cell has", { ...base, cells: [{ ...code, colour: 1, outputs: [] }] }, "/cells/0 must NOT have additional properties (colour)"],
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
