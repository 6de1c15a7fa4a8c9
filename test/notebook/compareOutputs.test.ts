import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { compareNotebooks, compareOutputs, differenceText } from "../../src/notebook/compareOutputs";
import type { MimeBundle, Notebook, Output } from "../../src/notebook/nbformat/notebook";

/** Of a PNG's chunk (the PNG specification, annex D). */
const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1), crc ^ byte), -1) ^ -1) >>> 0;

const stream = (text: string, name = "stdout"): Output[] => [{ output_type: "stream", name, text }];
const shown = (data: MimeBundle, metadata = {}): Output[] => [{ output_type: "display_data", data, metadata }];
const differences = (was: Output[], is: Output[]) => compareOutputs(was, is).map(differenceText);

/** A PNG of a size and a colour, a dot of another colour in it where one is asked for. */
const png = (width: number, height: number, colour = "#f00", dot = "") =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/>${dot && `<rect x="3" y="4" width="1" height="1" fill="${dot}"/>`}</svg>`).render().asPng();
const base64 = (bytes: Buffer) => bytes.toString("base64");

/** The same picture in other bytes: a comment is put before its last chunk. */
function commented(bytes: Buffer): Buffer {
  const text = Buffer.from("tEXtComment\0made elsewhere");
  const chunk = Buffer.alloc(text.length + 8);
  chunk.writeUInt32BE(text.length - 4, 0);
  text.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(text), text.length + 4);
  return Buffer.concat([bytes.subarray(0, -12), chunk, bytes.subarray(-12)]);
}

describe("texts are equal", () => {
  test.each([
    ["the same text", "N = 187, R² 0.257**", "N = 187, R² 0.257**"],
    ["the last bits of a result", "sum 0.30000000000000004", "sum 0.3"],
    ["a relative 1e-10", "1234567.00012 and −2.0000000001e-7", "1234567.00013 and −2.0000000002e-7"],
    ["numbers beside Chinese characters", "共0.1000000000001的", "共0.1的"],
  ])("with %s", (_, was, is) => expect(differences(stream(was), stream(is))).toEqual([]));
});

describe("texts differ", () => {
  test.each([
    ["by a word", "stay: yes", "stay: no", `output 1, stdout, line 1: was "stay: yes", is "stay: no"`],
    ["by a number", "first\nR² 0.257", "first\nR² 0.258", `output 1, stdout, number 1: was "first R² 0.257", is "first R² 0.258"`],
    ["by a relative 1e-8", "x 1.00000001", "x 1", `output 1, stdout, number 1: was "x 1.00000001", is "x 1"`],
    ["by a sign", "-0.5", "0.5", `output 1, stdout, number 1: was "-0.5", is "0.5"`],
    ["by the sign of a nought", "−0.000", "0.000", `output 1, stdout, number 1: was "−0.000", is "0.000"`],
    ["by the digits printed", "1.50", "1.5", `output 1, stdout, number 1: was "1.50", is "1.5"`],
    ["by a large whole number", "10000000001", "10000000002", `output 1, stdout, number 1: was "10000000001", is "10000000002"`],
    ["by a name with a digit", "H2 holds", "H3 holds", `output 1, stdout, line 1: was "H2 holds", is "H3 holds"`],
    ["by a number more", "1 2", "1 2 3", `output 1, stdout, line 1: was "1 2", is "1 2 3"`],
    ["by stars", "0.2*", "0.2**", `output 1, stdout, line 1: was "0.2*", is "0.2**"`],
    ["by a line", "a\nb\nc", "a\nb\nd", `output 1, stdout, line 3: was "a b c", is "a b d"`],
    ["by white space", "a  b", "a b", `output 1, stdout, line 1: was "a b", is "a b"`],
  ])("%s", (_, was, is, difference) => expect(differences(stream(was), stream(is))).toEqual([difference]));
});

describe("outputs differ", () => {
  test.each<[string, Output[], Output[], string[]]>([
    ["by one that is gone", [...stream("a"), ...shown({ "text/plain": "b" })], stream("a"), ["output 2, presence: was display_data, is nothing"]],
    ["by one more", stream("a"), [...stream("a"), ...stream("b", "stderr")], ["output 2, presence: was nothing, is stream stderr"]],
    ["by the stream", stream("a"), stream("a", "stderr"), ["output 1, kind: was stream stdout, is stream stderr"]],
    ["by a format", shown({ "text/plain": "a", "text/html": "<b>a</b>" }), shown({ "text/plain": "a" }), ["output 1, text/html: was <b>a</b>, is nothing"]],
    ["by the text in HTML", shown({ "text/html": "<td>0.1</td>" }), shown({ "text/html": "<td>0.2</td>" }), [`output 1, text/html, number 1: was "<td>0.1</td>", is "<td>0.2</td>"`]],
    ["by metadata", shown({}, { width: 3 }), shown({}, { width: 4 }), ["output 1, metadata.width: was 3, is 4"]],
    ["by an error's message", [{ output_type: "error", ename: "E", evalue: "a", traceback: [] }], [{ output_type: "error", ename: "E", evalue: "b", traceback: [] }], [`output 1, error, line 1: was "E: a", is "E: b"`]],
  ])("%s", (_, was, is, expected) => expect(differences(was, is)).toEqual(expected));
});

describe("JSON is compared value by value", () => {
  const plotly = (value: unknown) => shown({ "application/vnd.plotly.v1+json": value });

  test("and equal within the tolerance, whatever the order of keys", () => {
    expect(differences(plotly({ data: [{ y: [0.1, 1e9] }], layout: {} }), plotly({ layout: {}, data: [{ y: [0.1 + 1e-12, 1e9 + 0.5] }] }))).toEqual([]);
  });

  test("and each difference tells its place", () => {
    expect(differences(plotly({ data: [{ y: [0.1, 2], name: "a" }], old: 1 }), plotly({ data: [{ y: [0.1, 3], name: "b" }], fresh: null }))).toEqual([
      `output 1, application/vnd.plotly.v1+json.data[0].name, line 1: was "a", is "b"`,
      "output 1, application/vnd.plotly.v1+json.data[0].y[1]: was 2, is 3",
      "output 1, application/vnd.plotly.v1+json.fresh: was nothing, is null",
      "output 1, application/vnd.plotly.v1+json.old: was 1, is nothing",
    ]);
    expect(differences(plotly([1]), plotly([1, 2]))).toEqual(["output 1, application/vnd.plotly.v1+json, length: was 1, is 2"]);
    expect(differences(plotly({ a: 1 }), plotly({ a: "1" }))).toEqual(["output 1, application/vnd.plotly.v1+json.a: was 1, is 1"]);
  });
});

describe("a picture", () => {
  const red = png(80, 50);
  const told = (is: string) => differences(shown({ "image/png": base64(red) }), shown({ "image/png": is }));

  test("is the same where its pixels are, whatever its bytes", () => {
    expect(commented(red).equals(red)).toBe(false);
    expect(told(base64(commented(red)))).toEqual([]);
    expect(told(base64(png(80, 50, "#fe0101")))).toEqual([]); // one step of 255: another machine's rounding
    expect(told(base64(png(80, 50, "#fd0202")))).toEqual([]); // two
  });
  test.each([
    ["its width", base64(png(81, 50)), "size: was 80×50, is 81×50"],
    ["its colour", base64(png(80, 50, "#00f")), "pixels: was 80×50, is the same size, 4000 of 4000 pixels another"],
    ["three steps of one channel", base64(png(80, 50, "#ff0003")), "pixels: was 80×50, is the same size, 4000 of 4000 pixels another"],
    ["one dot", base64(png(80, 50, "#f00", "#ff0")), "pixels: was 80×50, is the same size, 1 of 4000 pixels another"],
    ["being none", Buffer.from("no picture at all, but some text").toString("base64"), "size: was 80×50, is no PNG"],
    ["being cut", base64(red.subarray(0, 60)), "bytes: was 80×50, is another picture"],
    ["being empty", "", "size: was 80×50, is an empty picture"],
  ])("differs by %s", (_, is, difference) => expect(told(is)).toEqual([`output 1, image/png, ${difference}`]));
});

describe("notebooks", () => {
  const notebook = (outputs: Output[], { source = "show()", count = 2 as number | null, kernel = "tslab" } = {}): Notebook => ({
    nbformat: 4, nbformat_minor: 5, metadata: { kernelspec: { name: kernel } },
    cells: [
      { cell_type: "code", id: "a", metadata: {}, source: "1", execution_count: 1, outputs: [] },
      { cell_type: "markdown", id: "b", metadata: {}, source: "## The models" },
      { cell_type: "code", id: "c", metadata: {}, source, execution_count: count, outputs },
    ],
  });

  test("that are equal have no difference", () => expect(compareNotebooks(notebook(stream("a")), notebook(stream("a")))).toEqual([]));

  test("tell the cell, its heading and the output of a difference", () => {
    expect(compareNotebooks(notebook([]), notebook(stream("a"))).map(differenceText)).toEqual([`cell 2 "The models", output 1, presence: was nothing, is stream stdout`]);
  });

  test("differ by execution counts, kernel, source and number of cells", () => {
    expect(compareNotebooks(notebook([], { count: null }), notebook([])).map(differenceText)).toEqual([`cell 2 "The models", execution count: was null, is 2`]);
    expect(compareNotebooks(notebook([], { kernel: "python3" }), notebook([])).map(differenceText)).toEqual([`metadata kernelspec.name, line 1: was "python3", is "tslab"`]);
    expect(compareNotebooks(notebook([], { source: "old()" }), notebook([])).map(differenceText)).toEqual(["source of cell 3 of all: was code: old(), is code: show()"]);
    const shorter = { ...notebook([]), cells: notebook([]).cells.slice(0, 1) };
    expect(compareNotebooks(shorter, notebook([])).map(differenceText)).toEqual(["number of cells: was 1, is 3"]);
  });
});
