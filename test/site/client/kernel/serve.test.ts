import { expect, it } from "vitest";
import { BadInput } from "../../../../src/badInput";
import type { Answer, Question } from "../../../../src/site/client/kernel/messages";
import { serve } from "../../../../src/site/client/kernel/serve";

it("questions are answered one after the other; one that fails, or whose answer cannot be sent, is told why and keeps none from being answered", async () => {
  const [told, begun]: [unknown[], number[]] = [[], []];
  const ask = serve(async ({ id }) => {
    begun.push(id);
    await new Promise((resolve) => { setTimeout(resolve, id === 1 ? 5 : 0); });
    if (id === 2) throw new BadInput({ file: "a.csv" }, "no rows");
    return { id, done: true };
  }, (answer: Answer) => {
    if (answer.id === 3 && "done" in answer) throw new Error("it cannot be cloned");
    told.push(answer);
  });
  const question = (id: number): Question => ({ id, language: id === 2 ? "zh" : "en", kind: "run", source: "" });
  const all = [1, 2, 3, 4].map((id) => ask(question(id)));
  await Promise.resolve();
  expect(begun).toEqual([1]);
  await Promise.all(all);
  expect(told).toEqual([{ id: 1, done: true }, { id: 2, trouble: "a.csv：no rows。" }, { id: 3, trouble: "it cannot be cloned" }, { id: 4, done: true }]);
});
