import { createHash as nodes } from "node:crypto";
import { expect, test } from "vitest";
import { createHash } from "../../../../../src/site/client/kernel/node/crypto";

test("a page's SHA-256 is Node's, at every length around a block, of letters and of bytes", () => {
  for (const text of ["", "abc", "居留意愿", ...[54, 55, 56, 57, 63, 64, 65, 119, 120, 1000].map((length) => "x".repeat(length))]) {
    expect(createHash("sha256").update(text).digest("hex")).toBe(nodes("sha256").update(text).digest("hex"));
  }
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
  expect(createHash("sha256").update(bytes).update("more").digest("base64")).toBe(nodes("sha256").update(bytes).update("more").digest("base64"));
  expect([...createHash("sha256").update(bytes).digest()]).toEqual([...nodes("sha256").update(bytes).digest()]);
  expect(() => createHash("sha256").update(bytes).digest("base64url")).toThrow(/needs Node/);
  expect(() => createHash("md5")).toThrow(/needs Node/);
});
