import { afterEach, expect, it, vi } from "vitest";
import { inWords } from "../../../../src/faults/inWords";
import { formats, takeFormats } from "../../../../src/site/client/kernel/formats";
import { absent, availableParallelism, homedir, stripVTControlCharacters, tmpdir } from "../../../../src/site/client/kernel/node/absent";

const told = (act: () => unknown): [string, string] => {
  try {
    act();
  } catch (error) {
    return [inWords("en")(error), inWords("zh")(error)];
  }
  throw new Error("nothing was thrown");
};
afterEach(() => {
  vi.unstubAllGlobals();
  globalThis.sojournFormats = undefined;
});

it("what of Node no page has says so, in both languages; what a page can answer for is answered", () => {
  expect(told(absent)).toEqual(["this needs Node: run the notebook in Jupyter, or on the command line, for that", "这需要 Node：请在 Jupyter 或命令行中运行笔记本"]);
  expect([availableParallelism(), homedir(), tmpdir(), stripVTControlCharacters("a")]).toEqual([1, "/", "/tmp", "a"]);
});

it("libraries of formats are there once their script has come, which finds no Node", () => {
  expect(told(formats)).toEqual(["no library for this kind of file has been loaded: drop the file on the page", "尚未载入读取此类文件的库：请将文件拖到页面上"]);
  const scripts: string[] = [];
  const revoked: string[] = [];
  vi.stubGlobal("Blob", class { constructor(readonly parts: string[]) {} });
  vi.stubGlobal("URL", { createObjectURL: ({ parts }: { parts: string[] }) => `blob:${parts[0]}`, revokeObjectURL: (address: string) => void revoked.push(address) });
  vi.stubGlobal("importScripts", (address: string) => { scripts.push(address); Object.assign(globalThis, { sojournFormats: { name: "libraries" } }); });
  takeFormats("x=1 // last");
  expect([scripts[0], revoked, formats()]).toEqual(["blob:(function(Buffer,process){x=1 // last\n})();", [scripts[0]], { name: "libraries" }]);
});
