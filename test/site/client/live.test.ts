import { describe, expect, it } from "vitest";
import { inWords } from "../../../src/faults/inWords";
import { carriedEdit, editLink } from "../../../src/site/client/live/editLink";
import { departure, madeFrom } from "../../../src/site/client/live/staleness";
import { Scope } from "../../../src/site/client/kernel/scope";
import { beginCell, emit, OutputLimit, outputsSoFar } from "../../../src/site/client/kernel/outputs";
import { basename, dirname, extname, join, relative, resolve } from "../../../src/site/client/kernel/node/path";
import * as real from "node:path/posix";

describe("a link with an edit", () => {
  it("carries a text of any letters to its cell", () => {
    const link = editLink("file:///site/01.html#old", { cell: "cell-03", text: "console.log('年龄² + 1');\n" })!;
    expect(link).toMatch(/^file:\/\/\/site\/01\.html#edit=[\w-]+$/);
    expect(carriedEdit(new URL(link).hash)).toEqual({ cell: "cell-03", text: "console.log('年龄² + 1');\n" });
  });

  it("is not made of a long text", () => expect(editLink("a.html", { cell: "c", text: "x".repeat(4000) })).toBeUndefined());

  it.each(["#edit=", "#edit=***", `#edit=${btoa("{}")}`, `#edit=${btoa('["a",1]')}`, `#edit=${"A".repeat(9000)}`])("that cannot be read is said to be broken: %s", (fragment) => {
    expect(carriedEdit(fragment)).toBe("broken");
  });

  it("is none where the fragment is an anchor", () => expect(carriedEdit("#edit")).toBeUndefined());
});

describe("a result", () => {
  const now = { data: ["d1"], readings: { gender: "female", age: "squareOnly" }, version: "1" };
  it("is stale where a reading that acted on it, or its data, are others now", () => {
    expect(departure([{ data: ["d1"], readings: { gender: "female" }, version: "1" }], now)).toBeUndefined();
    expect(departure([{ data: ["d1"], readings: { gender: "male" }, version: "1" }], now)).toEqual({ readings: [{ name: "gender", made: "male", now: "female" }], otherData: false });
    expect(departure([{ data: ["d2"], readings: {}, version: "1" }], now)).toEqual({ readings: [], otherData: true });
    expect(departure([{ data: [], readings: {}, version: "1" }], now)).toBeUndefined(); // from print alone
  });
  it("names each departure once, of several outputs, and other data where any of its own is none of those in force", () => {
    const made = (readings: Record<string, string>, ...data: string[]) => ({ data, readings, version: "1" });
    expect(departure([made({ gender: "male" }), made({ gender: "male", age: "withAge" }), made({ gender: "other" })], now)).toEqual({
      readings: [{ name: "gender", made: "male", now: "female" }, { name: "age", made: "withAge", now: "squareOnly" }, { name: "gender", made: "other", now: "female" }], otherData: false,
    });
    expect(departure([made({ unheard: "x" }, "d1")], now)).toBeUndefined();
    expect(departure([made({}, "d1", "d0"), made({}, "d1")], now)).toEqual({ readings: [], otherData: true });
    expect(departure([made({}, "d0")], { ...now, data: [] })).toBeUndefined(); // nothing is known of the data in force
  });
  it("says where it comes from by its metadata, if it does", () => {
    expect(madeFrom([{ metadata: { sojourn: { data: [], readings: {}, version: "1" } } }, { metadata: {} }, {}, { metadata: { sojourn: 1 } }])).toHaveLength(1);
  });
});

describe("what cells share", () => {
  const scope = new Scope({ sojourn: { f: () => 1 } });
  const seen = scope.seen as Record<string, unknown>;
  it("is each name's own binding, the later one's where it is declared again", () => {
    let a = 1;
    scope.declare({ a: [() => a, (value) => { a = value as number; }] });
    a = 2;
    expect(seen.a).toBe(2);
    seen.a = 3;
    expect(a).toBe(3);
    scope.declare({ a: [() => "again", () => undefined] });
    expect(seen.a).toBe("again");
  });
  it("does not keep what a failed cell never reached", () => {
    const before = scope.before(["a", "b"]);
    const unreached = () => { throw new ReferenceError("not yet"); };
    scope.declare({ a: [unreached, unreached], b: [unreached, unreached] });
    scope.settle({ declared: ["a", "b"] }, before);
    expect(seen.a).toBe("again");
    expect("b" in seen).toBe(false);
  });
  it("refuses a module that is not there, and a name once it is used", () => {
    expect(() => scope.bring({ from: "fs", names: [] })).toThrow('no module "fs"');
    const refused = (): unknown => { try { return scope.bring({ from: "fs", names: [] }); } catch (error) { return error; } };
    expect(inWords("zh")(refused())).toBe('本页中没有模块 "fs"（有 "sojourn"）');
    scope.bring({ from: "sojourn", names: [{ local: "f", imported: "f" }, { local: "T", imported: "T" }] });
    expect((seen.f as () => number)()).toBe(1);
    expect(() => seen.T).toThrow('"sojourn" has no export called T');
  });
});

describe("outputs of a cell", () => {
  it("join printed text, and end where a page would drown", () => {
    beginCell();
    emit({ output_type: "stream", name: "stdout", text: "a" });
    emit({ output_type: "stream", name: "stdout", text: "b" });
    emit({ output_type: "stream", name: "stderr", text: "c" });
    expect(outputsSoFar().map((output) => ("text" in output ? output.text : ""))).toEqual(["ab", "c"]);
    emit({ output_type: "display_data", data: {}, metadata: {} });
    emit({ output_type: "stream", name: "stderr", text: "d" });
    expect(outputsSoFar().length).toBe(4);
    expect(() => emit({ output_type: "stream", name: "stdout", text: "x".repeat(1_000_001) })).toThrow(OutputLimit);
  });

  it("are a million characters at the most, each figure or table counted as a thousand, or five hundred", () => {
    const refused = (act: () => void): unknown => { try { act(); return undefined; } catch (error) { return error; } };
    const text = (count: number) => emit({ output_type: "stream", name: "stdout", text: "x".repeat(count) });
    const shown = () => emit({ output_type: "display_data", data: {}, metadata: {} });
    beginCell();
    text(999_000);
    shown();
    const limit = refused(() => text(1));
    expect([inWords("en")(limit), inWords("zh")(limit)]).toEqual(["the cell was stopped: it prints more than 1,000,000 characters or 500 outputs", "单元已停止：输出超过 1,000,000 个字符或 500 项"]);
    beginCell();
    for (let k = 0; k < 500; k++) shown();
    expect([outputsSoFar().length, refused(shown) instanceof OutputLimit]).toEqual([500, true]);
    beginCell();
  });
});

it("paths are put together as Node does", () => {
  for (const path of ["/a/b.csv", "b.tar.gz", "/", "a/", ".b"]) {
    expect([basename(path), extname(path), dirname(path)]).toEqual([real.basename(path), real.extname(path), real.dirname(path)]);
  }
  expect(join("/a", "../b", "./c.csv")).toBe("/b/c.csv");
  expect(resolve("/a/b", "../c")).toBe("/a/c");
  expect(relative("/a/b", "/a/c/d")).toBe("../c/d");
});
