import { afterAll, beforeAll, expect, test } from "vitest";
import type { Kernel } from "../../src/notebook/kernel/kernel";
import { QUESTIONS_PRELOAD, WHOLE_OUTPUT_PRELOAD } from "../../src/notebook/kernel/kernelProcess";
import type { Message } from "../../src/notebook/kernel/message";
import { startKernel } from "../../src/notebook/kernel/startKernel";
import { projectFolder } from "../../src/projectFolder";

let kernel: Kernel;
beforeAll(async () => {
  ({ kernel } = await startKernel({ cwd: projectFolder, env: process.env, preloads: [WHOLE_OUTPUT_PRELOAD, QUESTIONS_PRELOAD] }));
});
afterAll(() => kernel.shutdown());

async function run(code: string, silent = false) {
  const outputs: Message[] = [];
  const reply = await kernel.execute(code, { limitMs: 30_000, silent, onOutput: (message) => outputs.push(message) });
  return { ...reply, outputs };
}

const textOf = (outputs: readonly Message[]) => outputs.map(({ content }) => content.text ?? "").join("");
const ASK = `// sojourn: question
await import("sojourn/lab" as string).then((panel) => panel.tellPanel({ cumulativeCausation: "asPrinted" }, "en"))`;

test("a question is not counted, and is answered to whoever asked", async () => {
  expect((await run("const before = 1;")).executionCount).toBe(1);
  const { status, outputs } = await run(ASK, true);
  expect(status).toBe("ok");
  expect(outputs.map(({ header }) => header.msg_type)).toEqual(["display_data"]);
  const answer = (outputs[0].content.data as Record<string, { readings: Record<string, string>; verdicts: { hypothesis: string; group: string; estimate: number }[] }>)["application/vnd.sojourn.panel+json"];
  expect(answer.readings.cumulativeCausation).toBe("asPrinted");
  expect(answer.verdicts.find(({ hypothesis, group }) => hypothesis === "H1" && group === "all")?.estimate).toBeGreaterThan(0); // on having the network, however a reading numbers the answers
  expect((await run("before + 1")).executionCount).toBe(2);
});

test("a question that fails does not drop the cells behind it", async () => {
  const told: Message[] = [];
  const failing = kernel.execute("// sojourn: question\nthrow new Error('no such thing')", { limitMs: 30_000, silent: true, onOutput: (message) => told.push(message) });
  const next = run("console.log('still here')");
  expect((await failing).status).toBe("ok");
  expect(textOf((await next).outputs)).toBe("still here\n");
  expect(textOf(told)).toContain("no such thing");
});

test("what a cell's timer prints during and after a question still stands under the cell", async () => {
  const cell = await run("const timer = setTimeout(() => console.log('late'), 400);");
  const question = await run("// sojourn: question\nawait new Promise((resolve) => setTimeout(resolve, 900))", true);
  expect(textOf(question.outputs)).toBe("");
  expect(textOf(cell.outputs)).toBe("late\n");
});

test("a silent request of another client is a cell like any other", async () => {
  const { executionCount } = await run("1");
  expect((await run("console.log('heard')", true)).executionCount).toBe(executionCount! + 1);
});
