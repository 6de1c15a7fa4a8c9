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
