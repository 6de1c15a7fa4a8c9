// @vitest-environment jsdom
import { gunzipSync as nodeGunzip, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as fs from "../../../src/site/client/kernel/node/fs";
import { gunzipSync } from "../../../src/site/client/kernel/node/zlib";
import { CellStore } from "../../../src/site/client/live/store";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the files that the package finds in a page", () => {
  beforeEach(() => {
    fs.putFile("/a/b/one.txt", "eins");
    fs.putFile("/a/two.bin", Uint8Array.of(0xc3, 0xa9));
  });
  afterEach(() => {
    for (const path of ["/a/b/one.txt", "/a/two.bin", "/a//c.txt"]) fs.putFile(path, undefined);
  });

  it("are read as text or bytes, by any spelling of their path", () => {
    expect([fs.readFileSync("/a//b/one.txt", "utf8"), fs.readFileSync("/a/two.bin", { encoding: "utf8" })]).toEqual(["eins", "é"]);
    expect([fs.readFileSync("/a/b/one.txt"), fs.readFileSync("/a/two.bin")]).toEqual([bytes("eins"), Uint8Array.of(0xc3, 0xa9)]);
    fs.putFile("/a//c.txt", "c");
    expect(fs.readFileSync("/a/c.txt", "utf8")).toBe("c");
  });

  it("lie in folders, which hold what lies below them, once each, by name", () => {
    expect([fs.readdirSync("/a"), fs.readdirSync("/a/"), fs.readdirSync("/"), fs.readdirSync("/a/b"), fs.readdirSync("/none")]).toEqual([["b", "two.bin"], ["b", "two.bin"], ["a"], ["one.txt"], []]);
    expect([fs.existsSync("/a/b"), fs.existsSync("/a/b/one.txt"), fs.existsSync("/a/b/"), fs.existsSync("/"), fs.existsSync("/a/on"), fs.existsSync("/c")]).toEqual([true, true, true, true, false, false]);
  });

  it("tell what they are and how large; what is not there is said as Node says it", () => {
    const told = (path: string) => {
      const stats = fs.statSync(path) as Record<"isFile" | "isDirectory" | "isFIFO" | "isSocket", () => boolean> & { size: number };
      return [stats.size, stats.isFile(), stats.isDirectory(), stats.isFIFO(), stats.isSocket()];
    };
    expect([told("/a/b/one.txt"), told("/a/b")]).toEqual([[4, true, false, false, false], [0, false, true, false, false]]);
    for (const read of [() => fs.readFileSync("/none"), () => fs.statSync("/none")]) expect(read).toThrow(expect.objectContaining({ code: "ENOENT", message: expect.stringContaining("/none") as string }));
    fs.putFile("/a/b/one.txt", undefined);
    expect([fs.existsSync("/a/b/one.txt"), fs.existsSync("/a/b")]).toEqual([false, false]);
  });

  it("are never written", () => {
    for (const write of [fs.writeFileSync, fs.mkdirSync, fs.rmSync]) expect(write).toThrow(/a page writes no files/);
    expect([fs.realpathSync("/a//b/"), fs.realpathSync("/")]).toEqual(["/a/b", "/"]);
  });
});

describe("a compressed file in a page", () => {
  const text = "0.123,0.456\n".repeat(9000);
  it("is unpacked whole", () => {
    expect(new TextDecoder().decode(gunzipSync(gzipSync(text)))).toBe(text);
    expect(gunzipSync(gzipSync("")).length).toBe(0);
  });
  it("is refused above the most that it may hold, by Node's code, and where it is cut or its length is another", () => {
    expect([...gunzipSync(gzipSync("abc"), { maxOutputLength: 3 })]).toEqual([...bytes("abc")]);
    expect(() => gunzipSync(gzipSync("abcd"), { maxOutputLength: 3 })).toThrow(expect.objectContaining({ code: "ERR_BUFFER_TOO_LARGE" }));
    expect(() => gunzipSync(gzipSync(text).subarray(0, 40))).toThrow(/unexpected/);
    const lies = Uint8Array.from(gzipSync("abc"));
    lies[lies.length - 4] = 4;
    expect(() => gunzipSync(lies)).toThrow("incorrect length check");
    for (const cut of [0, 3, 12, 17]) expect(() => gunzipSync(gzipSync("abc").subarray(0, cut))).toThrow(/unexpected (end of file|EOF)/);
  });
  it("may be of several parts, as some programs pack a file block by block: all are read, as Node reads them", () => {
    const noise = Array.from({ length: 20_000 }, (_, k) => String((k * 7919) % 10_007)).join(","); // its packed parts are longer than the pieces that are pushed
    const texts = ["id,age\n", "", "1,20\n", noise, "9,9\n"];
    const packed = Buffer.concat(texts.map((one) => gzipSync(one)));
    expect(packed.length).toBeGreaterThan(2 * 2 ** 14);
    expect(new TextDecoder().decode(gunzipSync(packed)) === texts.join("")).toBe(true);
    const tiny = gzipSync("1\n");
    expect(new TextDecoder().decode(gunzipSync(Buffer.concat(Array<Buffer>(1000).fill(tiny))))).toBe("1\n".repeat(1000));
    expect(() => gunzipSync(Buffer.concat([tiny, tiny]), { maxOutputLength: 3 })).toThrow(expect.objectContaining({ code: "ERR_BUFFER_TOO_LARGE" }));
  });
  it("may have parts with a name or a block's length in their heads, as gzip and bgzip write them", () => {
    const named = (text: string, flags: number, head: readonly number[]) => {
      const plain = gzipSync(text);
      return Buffer.concat([plain.subarray(0, 3), Buffer.from([flags]), plain.subarray(4, 10), Buffer.from(head), plain.subarray(10)]);
    };
    const name = [...bytes("a.csv"), 0];
    const block = [6, 0, 66, 67, 2, 0, 40, 0]; // RFC 1952: the length of what follows; BC, 2 bytes
    const packed = Buffer.concat([named("a\n", 8, name), named("1\n", 4, block), named("2\n", 12, [...block, ...name]), named("3\n", 16, name)]);
    expect([new TextDecoder().decode(gunzipSync(packed)), nodeGunzip(packed).toString()]).toEqual(["a\n1\n2\n3\n", "a\n1\n2\n3\n"]);
  });
  it("is refused where any of its parts was damaged, though it can be unpacked", () => {
    const parts = () => [gzipSync("a,b\n", { level: 0 }), gzipSync("1,2\n", { level: 0 })];
    for (const which of [0, 1]) {
      for (const [place, fault] of [[15, "incorrect data check"], [-8, "incorrect data check"], [-4, "incorrect length check"]] as const) { // within the text that is stored as it is; in its checksum; in its length
        const damaged = parts();
        damaged[which][place < 0 ? damaged[which].length + place : place] ^= 1;
        expect(() => gunzipSync(Buffer.concat(damaged))).toThrow(fault);
        expect(() => nodeGunzip(Buffer.concat(damaged))).toThrow(fault);
      }
    }
    const [one, two] = parts();
    for (const cut of [3, 9, 12, two.length - 1]) expect(() => gunzipSync(Buffer.concat([one, two.subarray(0, cut)]))).toThrow();
    expect(() => gunzipSync(Buffer.concat([one, Buffer.from("no gzip at all")]))).toThrow();
  });
  it("may be part of a larger buffer", () => {
    const packed = gzipSync("abc");
    const within = new Uint8Array(packed.length + 7);
    within.set(packed, 5);
    expect([...gunzipSync(within.subarray(5, 5 + packed.length))]).toEqual([...bytes("abc")]);
  });
});

describe("the reader's texts of a notebook's cells", () => {
  const store = new CellStore("en/01", "7");
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it("are kept for the notebook and its version, until they are the author's again", () => {
    expect(store.texts()).toEqual({});
    expect([store.keep("a", "1"), store.keep("b", "2"), store.keep("a", "3")]).toEqual([true, true, true]);
    expect(new CellStore("en/01", "7").texts()).toEqual({ a: "3", b: "2" });
    expect([new CellStore("en/01", "8").texts(), new CellStore("zh/01", "7").texts()]).toEqual([{}, {}]);
    store.keep("a", undefined);
    expect(store.texts()).toEqual({ b: "2" });
  });

  it("are none where the storage holds something else", () => {
    for (const held of ["{", "null", "3", "[]"]) {
      localStorage.setItem("sojourn-cells:en/01:7", held);
      expect(store.texts()).toEqual({});
    }
    localStorage.setItem("sojourn-cells:en/01:7", '{"a":1,"b":"2"}');
    expect(store.texts()).toEqual({ b: "2" });
  });

  it("hold until the page is left where the storage is full", () => expect(store.keep("a", "x".repeat(20_000_000))).toBe(false));
});
