import { expect, test } from "vitest";
import { CellOutputs } from "../../src/notebook/run/cellOutputs";
import type { Message } from "../../src/notebook/kernel/message";

const message = (msg_type: string, content: Record<string, unknown>) => ({ header: { msg_type }, parent_header: {}, content, size: 0 }) as unknown as Message;
const after = (...messages: Message[]) => {
  const outputs = new CellOutputs(new Map());
  for (const each of messages) outputs.take(each);
  return outputs;
};

test("a kernel that sends errors as messages of their own (Deno's) is told what was thrown, and stderr stays an output", () => {
  const outputs = after(message("stream", { name: "stderr", text: "careful\n" }), message("error", { ename: "RangeError", evalue: "too far", traceback: ["RangeError: too far", "    at <anonymous>:1:7"] }));
  expect(outputs.takeError()).toEqual({ thrown: { name: "RangeError", message: "too far", frames: [] } });
  expect(outputs.joined()).toEqual([{ output_type: "stream", name: "stderr", text: "careful\n" }]);
});

test("an error without a traceback keeps its name and words", () => {
  expect(after(message("error", { ename: "TypeError", evalue: "no", traceback: [] })).takeError()).toEqual({ thrown: { name: "TypeError", message: "no", frames: [] } });
});

test("the value of a cell's last line, where a kernel sends it, is an output", () => {
  expect(after(message("execute_result", { data: { "text/plain": "2" }, metadata: {} })).joined()).toEqual([{ output_type: "display_data", data: { "text/plain": "2" }, metadata: {} }]);
});

test("an error is what was thrown last, not what a promise left behind nor what the cell said on stderr before", () => {
  const outputs = after(message("stream", { name: "stderr", text: "careful\n" }), message("stream", { name: "stderr", text: "Error: no\n" }), message("stream", { name: "stderr", text: "UncaughtException: Error: behind\n" }), message("stream", { name: "stdout", text: "end" }));
  expect(outputs.leftBehind()).toEqual({ name: "Error", message: "behind", frames: [] });
  expect(outputs.takeError()).toEqual({ thrown: { name: "Error", message: "no", frames: [] } });
  expect(outputs.joined()).toEqual([{ output_type: "stream", name: "stderr", text: "careful\nUncaughtException: Error: behind\n" }, { output_type: "stream", name: "stdout", text: "end" }]);
});

test("complaints of the compiler are an error where there is nothing else", () => {
  const complaint = (line: number) => message("stream", { name: "stderr", text: `${line}:2 - no\n` });
  const outputs = after(complaint(3), complaint(4));
  expect(outputs.takeError()).toEqual({ diagnostics: [{ line: 3, column: 2, message: "no" }, { line: 4, column: 2, message: "no" }] });
  expect(outputs.joined()).toEqual([]);
  const mixed = after(message("stream", { name: "stdout", text: "a" }), complaint(3));
  expect(mixed.takeError()).toEqual({ thrown: { name: "Error", message: "3:2 - no", frames: [] } });
  expect(mixed.joined()).toHaveLength(1);
});

test("an error of which nothing was said is told as such", () => {
  for (const outputs of [after(), after(message("stream", { name: "stdout", text: "RangeError: printed" }))]) expect(outputs.takeError()).toEqual({ thrown: { name: "Error", message: "the kernel says that the cell failed, not why", frames: [] } });
});

test("an error with lines keeps them all", () => {
  expect(after(message("error", { ename: "E", evalue: "x", traceback: ["E: x", "    at cell-3:4:5"] })).takeError()).toEqual({ thrown: { name: "E", message: "x", frames: [{ cell: 3, line: 4, column: 5 }] } });
});

test("what comes after the end is late, and only then", () => {
  const outputs = after(message("stream", { name: "stdout", text: "a" }));
  expect(outputs.late).toBe(false);
  outputs.end();
  expect(outputs.late).toBe(false);
  outputs.take(message("status", {}));
  expect(outputs.late).toBe(false);
  outputs.take(message("stream", { name: "stdout", text: "b" }));
  expect(outputs.late).toBe(true);
});

test("an error that stands first is taken out; of two that were left behind the first is told", () => {
  const outputs = after(message("stream", { name: "stderr", text: "RangeError: no\n" }), message("stream", { name: "stdout", text: "end" }));
  expect(outputs.takeError()).toEqual({ thrown: { name: "RangeError", message: "no", frames: [] } });
  expect(outputs.joined()).toEqual([{ output_type: "stream", name: "stdout", text: "end" }]);
  expect(after(...["one", "two"].map((text) => message("stream", { name: "stderr", text: `UncaughtException: Error: ${text}\n` }))).leftBehind()).toMatchObject({ message: "one" });
});

test("a display without metadata has none", () => {
  expect(after(message("display_data", { data: { "text/plain": "2" } })).joined()).toEqual([{ output_type: "display_data", data: { "text/plain": "2" }, metadata: {} }]);
});
