import { createRequire } from "node:module";
import { sep } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { figureBundle, type MimeBundle, tableBundle } from "../../src/display/bundles";
import { kernelOf } from "../../src/display/kernel";
import { show } from "../../src/display/show";
import { smallTable } from "./smallTable";
import { someFigures } from "./someFigures";

const figure = someFigures().histogram;
afterEach(() => vi.restoreAllMocks());

describe("the bundle of a figure", () => {
  it("is Plotly's JSON as an object, a PNG with its size, and words; no SVG, no HTML", async () => {
    const { data, metadata } = await figureBundle(figure);
    expect(Object.keys(data)).toEqual(["application/vnd.plotly.v1+json", "image/png", "text/plain"]);
    expect(data["application/vnd.plotly.v1+json"]).toEqual({ data: figure.data, layout: figure.layout });
    expect(Buffer.from(data["image/png"] as string, "base64").subarray(1, 4).toString()).toBe("PNG");
    expect(metadata).toEqual({ "image/png": { width: figure.layout.width, height: figure.layout.height } });
    expect(data["text/plain"]).toBe(`${figure.words.en}\n\n${figure.words.zh}`);
  });
});

describe("the bundle of a table", () => {
  it("is its own JSON, HTML, LaTeX and text", () => {
    const { data, metadata } = tableBundle(smallTable);
    expect(Object.keys(data)).toEqual(["application/vnd.sojourn.table+json", "text/html", "text/latex", "text/plain"]);
    expect(data["application/vnd.sojourn.table+json"]).toEqual(smallTable);
    expect(metadata).toEqual({});
  });
});

/** Modules as Node would have loaded them in a kernel process. */
const loadedTslab = (jupyter: object, html: (source: string) => void = () => undefined) => ({
  ["/x/tslab/dist/jupyter.js".replaceAll("/", sep)]: { exports: jupyter },
  ["/x/tslab/dist/public.js".replaceAll("/", sep)]: { exports: { display: { html } } },
});

describe("show in a kernel", () => {
  it("sends one new output through the writer of the cell that runs now", async () => {
    const sent: unknown[] = [];
    const jupyter = { lastWriteDisplayData: (bundle: MimeBundle, update: boolean) => void sent.push(["first cell", bundle, update]) };
    const loaded = loadedTslab(jupyter);
    await show(smallTable, kernelOf(loaded));
    jupyter.lastWriteDisplayData = (bundle, update) => void sent.push(["second cell", bundle, update]);
    await show(smallTable, kernelOf(loaded));
    expect(sent).toEqual(["first cell", "second cell"].map((cell) => [cell, { ...tableBundle(smallTable), transient: {} }, false]));
  });

  it("falls back to plain HTML, and says so, where tslab has lost its writer", async () => {
    const sent: string[] = [];
    const kernel = kernelOf(loadedTslab({}, (html) => void sent.push(html)));
    await show(smallTable, kernel);
    await show(figure, kernel);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatch(/^<table[\s\S]*This tslab cannot send several forms/);
    expect(sent[1]).toMatch(/^<img alt="[^"]*Synthetic stand-in[^"]*" width="720" src="data:image\/png;base64,[\w+/=]+">/);
  });
});

describe("tslab as installed", () => {
  it("still has the writer that show relies on, empty until a cell runs", () => {
    const require = createRequire(__filename);
    const jupyter = require("tslab/dist/jupyter") as object;
    expect(jupyter).toHaveProperty("lastWriteDisplayData", null);
    expect(kernelOf(require.cache as never)).toEqual({ kind: "none" });
    expect(Object.keys(require.cache).some((path) => path.endsWith(["", "tslab", "dist", "jupyter.js"].join(sep)))).toBe(true);
  });
});

describe("show outside a kernel", () => {
  it("prints a table as text and a figure in words, also where tslab is loaded but runs no cell", async () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await show(smallTable);
    await show(figure, kernelOf(loadedTslab({ lastWriteDisplayData: null })));
    expect(write.mock.calls.map(([text]) => text)).toEqual([`${tableBundle(smallTable).data["text/plain"]}\n`, `${figure.words.en}\n\n${figure.words.zh}\n`]);
  });
});

describe("show refuses what it cannot show", () => {
  it.each([[5, "a number"], [null, "null"], [[1], "an array"], [{ a: 1 }, "an object"], [Promise.resolve(figure), "a promise"]])("%s", async (value, named) => {
    await expect(show(value as never)).rejects.toThrow(TypeError);
    await expect(show(value as never)).rejects.toThrow(`and got ${named}.`);
  });
});
