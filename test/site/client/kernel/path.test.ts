import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import * as path from "../../../../src/site/client/kernel/node/path";

/** What Node's own gives; it keeps a slash at the end, which no path of the package has. */
const bare = (text: string) => (text.length > 1 ? text.replace(/\/+$/, "") : text);

describe("paths in a page are those of Node", () => {
  it.each(["", ".", "/", "a", "/a", "a/b", "/a/b", "a//b", "./a/./b/.", "a/..", "a/../b", "../a", "../../a", "a/../../b", "/..", "/../a", "/a/../../b", "a/b/../../c", "a/b/", "..", "../..", "/a/./b/../c"])("normalize %j", (text) => {
    expect(path.normalize(text)).toBe(bare(posix.normalize(text)));
    expect(path.isAbsolute(text)).toBe(posix.isAbsolute(text));
  });

  it.each([[[]], [["a", "b"]], [["/a", "", "b"]], [["", "/a"]], [["a", "../b"]], [["/a", "/b"]], [["", ""]], [["a", "", "..", "c"]]])("join and resolve %j", (parts) => {
    expect(path.join(...parts)).toBe(bare(posix.join(...parts)));
    expect(path.resolve("/cwd", ...parts)).toBe(posix.resolve("/cwd", ...parts));
    expect(path.resolve(...parts)).toBe(posix.resolve(...parts));
  });

  it("resolve begins with the last absolute part", () => {
    expect(["/a /b c", "/a b /c d", "a /b"].map((parts) => path.resolve(...parts.split(" ")))).toEqual(["/b/c", "/c/d", "/b"]);
  });

  it.each(["a", "/a", "a/b", "/a/b.csv", "/a/b/", "a.tar.gz", ".hidden", "/a/.hidden", "a.", "/", "a/b.c/d"])("the parts of %j", (text) => {
    expect([path.dirname(text), path.basename(text), path.extname(text)]).toEqual([posix.dirname(text), posix.basename(text), posix.extname(text)]);
  });

  it.each([["a/b.csv", ".csv"], ["a/b.csv", "csv"], ["a/b.csv", ".txt"], ["a/.csv", ".csv"], ["a/b.csv/", ".csv"], ["b.csv", ""]])("the name of %j without %j", (text, end) => {
    expect(path.basename(text, end)).toBe(posix.basename(text, end));
  });

  it.each([["/a/b", "/a/c"], ["/a/b", "/a/b"], ["/a/b", "/a/b/c/d"], ["/a/b/c", "/a"], ["/a/b", "/c/b"], ["/", "/a"], ["/a", "/"], ["/a/b/x/d", "/a/b/y/d"]])("from %j to %j", (from, to) => {
    expect(path.relative(from, to)).toBe(posix.relative(from, to));
  });
});
