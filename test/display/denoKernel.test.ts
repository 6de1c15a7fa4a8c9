import { expect, test } from "vitest";
import { denoKernel } from "../../src/display/denoKernel";
import { kernelOf } from "../../src/display/kernel";
import { show } from "../../src/display/show";
import { plainTable } from "../../src/display/tables/plainTable";

const table = plainTable({ id: "t", title: { en: "T", zh: "表" }, stub: "a", columns: ["b"], rows: [["1", "2"]], synthetic: false });

test("on Deno's kernel a table is one display_data message, with every form and its metadata", async () => {
  const sent: [string, Record<string, unknown>][] = [];
  const kernel = denoKernel({ Deno: { jupyter: { broadcast: async (type, content) => void sent.push([type, { ...content }]) } } });
  await show(table, kernel);
  expect(sent).toHaveLength(1);
  const [[type, { data, metadata, transient }]] = sent;
  expect(type).toBe("display_data");
  expect(Object.keys(data as object)).toEqual(expect.arrayContaining(["application/vnd.sojourn.table+json", "text/html", "text/plain"]));
  expect(metadata).toBeTypeOf("object");
  expect(transient).toEqual({});
});

test("what is sent is waited for, and a failure to send fails the cell", async () => {
  const kernel = denoKernel({ Deno: { jupyter: { broadcast: async () => { throw new Error("closed"); } } } });
  await expect(show(table, kernel)).rejects.toThrow("closed");
});

test("Deno without its kernel, whose very name throws there, and Node are none", () => {
  const deno = { get jupyter(): never { throw new TypeError("Deno.jupyter is only available in `deno jupyter` subcommand"); } };
  expect(denoKernel({ Deno: deno })).toBeUndefined();
  expect(denoKernel({})).toBeUndefined();
  expect(kernelOf({})).toEqual({ kind: "none" });
});
