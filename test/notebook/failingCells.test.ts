import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startKernel } from "../../src/notebook/kernel/startKernel";
import { executeNotebook, type ExecuteOptions } from "../../src/notebook/run/executeNotebook";
import { kernelEnvironment } from "../../src/notebook/run/kernelEnvironment";
import { projectFolder } from "../../src/projectFolder";
import { oneKernel, type OneKernel } from "./oneKernel";
import { PLAIN_CELLS } from "./plainCells";
import { makeFolder, writeNotebook, type SmallCell } from "./smallNotebook";

/** How a notebook of these cells fails. */
async function failure(cells: readonly SmallCell[], options: ExecuteOptions = {}): Promise<string> {
  const folder = makeFolder();
  const path = writeNotebook(folder, cells);
  const before = readFileSync(path, "utf8");
  try {
    await executeNotebook(path, { named: "small.ipynb", ...options });
  } catch (error) {
    expect((error as Error).name).toBe("FailedCell");
    expect(readFileSync(path, "utf8")).toBe(before);
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true });
  }
  throw new Error("the notebook did not fail");
}

describe("a cell that fails", () => {
  let kernel: OneKernel;
  beforeAll(async () => void (kernel = await oneKernel()));
  afterAll(() => kernel.end());
  const failureOn = (cells: readonly SmallCell[], options: ExecuteOptions = {}) => failure(cells, { ...options, kernel: kernel.next() });

  test("by its types is named with heading, line, column, message and source line", async () => {
    expect(await failureOn([{ markdown: "# 四个模型 **side by side**\ntext" }, "const a = 1;", `const b = 2;\nconst c: string = a;`])).toBe([
      `small.ipynb › cell 2 "四个模型 side by side" › line 2:7 › Type 'number' is not assignable to type 'string'.`,
      "  2 | const c: string = a;",
      "    |       ^",
    ].join("\n"));
  });

  test("at the end of its text is shown that end, not tslab's line below it", async () => {
    expect(await failureOn([`const ok = 1;\nconst open = [1, 2`])).toMatch(/^small.ipynb › cell 1 › line 2:19 › '[^']+' expected\./);
  });

  test("when it runs is placed in its own line, though types and comments are compiled away", async () => {
    const cell = `import { readFileSync } from "node:fs";\nimport type { Stats } from "node:fs";\n\ninterface Wanted { path: string } // gone\n\n/* a\n   comment */\nconst wanted: Wanted = { path: "not/there" };\nlet size: Stats | undefined;\nreadFileSync(wanted.path);`;
    const message = await failureOn([cell]);
    expect(message).toContain("small.ipynb › cell 1 › line 10:13 › Error: ENOENT: no such file or directory, open 'not/there'");
    expect(message).toContain("  10 | readFileSync(wanted.path);");
  });

  test("in a function of an earlier cell is placed where it was called, and tells where it was thrown", async () => {
    const message = await failureOn([`function half(n: number) {\n\n  if (n % 2) throw new TypeError(\`\${n} is odd\`);\n  return n / 2;\n}`, `half(2);\nawait Promise.resolve();\nhalf(\n  3);`]);
    expect(message).toContain("small.ipynb › cell 2 › line 3:1 › TypeError: 3 is odd (thrown in cell 1, line 3)");
  });

  test("by never ending is interrupted at its limit", async () => {
    expect(await failureOn([`while (true) {}`], { cellTimeoutMs: 1000 })).toMatch(/^small.ipynb › cell 1 › ran past its limit of 1 s and was interrupted/);
  });

  test("by waiting for ever is interrupted at its limit", async () => {
    expect(await failureOn([`await new Promise(() => undefined);`], { cellTimeoutMs: 1000 })).toMatch(/was interrupted/);
  });

  test("by a promise that nobody awaits fails the notebook, and is placed where it was made", async () => {
    const message = await failureOn([`async function later() {\n  await new Promise((done) => setTimeout(done, 50));\n  throw new Error("too late");\n}\nlater();\nconsole.log("fine");`, `await new Promise((done) => setTimeout(done, 300));`]);
    expect(message).toContain("small.ipynb › cell 1 › line 3:9 › Error: too late (nothing awaited it");
  });

  test("by a callback after the last cell has ended fails the notebook too", async () => {
    expect(await failureOn([`setTimeout(() => { throw new Error("after all"); }, 80);`])).toContain("cell 1 › line 1:26 › Error: after all");
  });

  test("though it was expected to raise and did not", async () => {
    expect(await failureOn([{ code: "1 + 1", tags: ["raises-exception"] }])).toBe("small.ipynb › cell 1 › is tagged raises-exception but raised nothing");
  });

  test("by showing what no notebook can hold", async () => {
    expect(await failureOn([`require("tslab/dist/jupyter").lastWriteDisplayData({ data: { "text/plain": 3 }, metadata: {}, transient: {} }, false);`])).toContain("the outputs make no valid notebook: /cells/0/outputs/0/data/text~1plain must be string");
  });

  test("with a message of megabytes is told in six lines, nothing of which acts on a terminal", async () => {
    const message = await failureOn([`throw new Error(("x".repeat(1000) + "\\u001b[2J\\n").repeat(5000));`]);
    expect(message.split("\n").length).toBeLessThanOrEqual(6);
    expect(message.length).toBeLessThan(2000);
    expect(message).not.toContain("\u001b");
  });

  test("in a line of megabytes shows the part around its place", async () => {
    const message = await failureOn([`const long = "${"x".repeat(1e6)}"; null!.f();`]);
    const [, line, caret] = message.split("\n");
    expect(line.length).toBeLessThan(250);
    expect(line.slice(caret.indexOf("^"))).toMatch(/^null|^f\(/);
  });
});

describe.concurrent("a cell that fails, with its kernel,", () => {
  const ofPlain = (cells: readonly string[], { memory = "", ...options }: ExecuteOptions & { memory?: string } = {}) =>
    failure(cells, { ...options, kernel: startKernel({ cwd: projectFolder, env: { ...kernelEnvironment({}), NODE_OPTIONS: `${memory} ${PLAIN_CELLS}` } }) });

  test("outside a clone is told what to do about the package", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sojourn-outside-"));
    const path = writeNotebook(folder, [`import { sfrc } from "sojourn";`]);
    await expect(executeNotebook(path, { named: "n.ipynb" })).rejects.toThrow(/^n\.ipynb › cell 1 › line 1:22 › Cannot find module 'sojourn'.*\nThe notebook lies outside the clone, .* move it into the clone, or install the package there/);
  });

  test("by ending the process is named, with the exit code", async () => {
    expect(await failure([`const n = 1;`, `process.exit(3);`])).toMatch(/^small.ipynb › cell 2 › the kernel ended by itself with exit code 3 \(does the cell call process.exit\?\)/);
  });

  test("by running out of memory is named", async () => {
    const cell = `const all = [];\nfor (;;) all.push(new Array(10000).fill(all.length));`;
    expect(await ofPlain([cell], { memory: "--max-old-space-size=300" })).toMatch(/^small.ipynb › cell 1 › the kernel ran out of memory$/);
  });

  test("by never ending is killed where the interrupt does not reach it", async () => {
    expect(await ofPlain([`await Promise.resolve(); while (true) {}`], { cellTimeoutMs: 1000 })).toMatch(/^small.ipynb › cell 1 › ran past its limit of 1 s and was killed/);
  });

  test("where the kernel has no room for its files is told by its notebook", async () => {
    expect(await failure(["1"], { kernel: Promise.reject(Object.assign(new Error("ENOSPC: no space left on device, write"), { syscall: "write", code: "ENOSPC" })) })).toMatch(/^small\.ipynb › the kernel could not be started or asked: ENOSPC: no space left on device, write \(room for its connection file is needed in /);
  });

  const SENDS = `const { Publisher } = require("zeromq");\nconst { send } = Publisher.prototype;\n`;
  test.each([
    ["is no message", `["nonsense"]`, "a message of the kernel is no Jupyter message"],
    ["is not signed", `["<IDS|MSG>", "0".repeat(64), "{}", "{}", "{}", "{}"]`, "a message of the kernel is not signed with its key"],
    ["is signed, and no JSON", `["<IDS|MSG>", require("crypto").createHmac("sha256", JSON.parse(require("fs").readFileSync(process.env.SOJOURN_KERNEL, "utf8")).key).update("{" + "{}".repeat(3)).digest("hex"), "{", "{}", "{}", "{}"]`, "a message of the kernel cannot be read ("],
  ])("by a kernel that sends what %s ends the run with a sentence", async (_, frames, said) => {
    const message = await ofPlain([`${SENDS}Object.defineProperty(Publisher.prototype, "send", { value() { return send.call(this, ${frames}); } });\nconsole.log("one");`]);
    expect(message.startsWith(`small.ipynb › cell 1 › ${said}`), message).toBe(true);
    expect(message.split("\n").length).toBeLessThanOrEqual(6);
  });

  test.each([
    ["in one write", `process.stdout.write("a".repeat(201e6));`],
    ["in one write of Chinese", `process.stdout.write("中".repeat(70e6));`],
    ["in one display", `require("tslab").display.html("a".repeat(201e6));`],
    ["in many displays", `const { display } = require("tslab");\nfor (let i = 0; i < 21; i++) display.html("a".repeat(10e6));`],
  ])("by more output than a notebook can hold, %s, is stopped and said", async (_, cell) => {
    expect(await ofPlain([cell])).toBe("small.ipynb › cell 1 › wrote or showed more than 200 MB and was stopped");
  });
});
