import { describe, expect, it } from "vitest";
import type { AllReadingsShare, NoShare } from "../../src/exhibits/allReadings";
import { AllReadingsRun, standingWords } from "../../src/exhibits/allReadingsRun";

const share = (from: number, to: number, more: Partial<AllReadingsShare> = {}): AllReadingsShare => ({ from, to, of: 5, data: "d", synthetic: false, study: { id: "s" }, leftOut: [], universes: [], ...more });

/** A run whose questions are answered by hand. */
function begun() {
  const asked: number[] = [];
  const answers: ((given: AllReadingsShare | NoShare | undefined) => void)[] = [];
  let changes = 0;
  const run = new AllReadingsRun((from) => new Promise((resolve) => { asked.push(from); answers.push(resolve); }), () => { changes += 1; });
  const state = () => [run.standing, run.shares.length, run.done, run.of, run.error];
  const answer = async (given: AllReadingsShare | NoShare | undefined, k = answers.length - 1): Promise<void> => {
    answers[k](given);
    await new Promise((resolve) => { setTimeout(resolve); });
  };
  return { run, asked, state, answer, changes: () => changes };
}

describe("a run of all readings", () => {
  it("asks for one share after the other, from where the last one ended, to the end", async () => {
    const { run, asked, state, answer, changes } = begun();
    expect([state(), changes()]).toEqual([["none", 0, 0, undefined, undefined], 0]);
    const done = run.start();
    expect(state()).toEqual(["running", 0, 0, undefined, undefined]);
    await answer(share(0, 2));
    expect([state(), asked, changes()]).toEqual([["running", 1, 2, 5, undefined], [0, 2], 2]);
    await answer(share(2, 5));
    await done;
    expect([state(), asked, changes()]).toEqual([["done", 2, 5, 5, undefined], [0, 2], 3]);
  });

  it.each<[string, AllReadingsShare | NoShare | undefined, unknown[]]>([
    ["no answer", undefined, ["noAnswer", 1, 2, 5, undefined]], ["why there is none", { error: "no data" } as NoShare, ["trouble", 1, 2, 5, "no data"]],
    ["of other data", share(2, 4, { data: "e" }), ["otherData", 1, 2, 5, undefined]], ["of another study", share(2, 4, { study: { id: "t" } }), ["otherData", 1, 2, 5, undefined]],
  ])("ends at an answer that is none: %s; begun anew, it has forgotten it", async (_, given, state) => {
    const one = begun();
    void one.run.start();
    await one.answer(share(0, 2));
    await one.answer(given);
    expect([one.state(), one.asked]).toEqual([state, [0, 2]]);
    void one.run.start();
    expect([one.state(), one.asked]).toEqual([["running", 0, 0, undefined, undefined], [0, 2, 0]]);
  });

  it("once cancelled keeps what it has, and hears no more; what has ended cannot be cancelled", async () => {
    const { run, asked, state, answer } = begun();
    void run.start();
    await answer(share(0, 2));
    run.cancel();
    await answer(share(2, 5));
    expect([state(), asked]).toEqual([["cancelled", 1, 2, 5, undefined], [0, 2]]);
    void run.start();
    await answer(share(0, 5));
    run.cancel();
    expect(state()).toEqual(["done", 1, 5, 5, undefined]);
  });

  it("heeds what is in force: of other data or another study nothing stays, of the same all", async () => {
    const inForce = (study: string, ...data: string[]) => ({ study: { id: study }, inForce: { data, readings: {}, version: "1" } });
    for (const [state, kept] of [[inForce("s", "x", "d"), true], [inForce("s", "x"), false], [inForce("t", "d"), false]] as const) {
      const one = begun();
      one.run.heed(state);
      expect(one.changes()).toBe(0); // nothing to lose yet
      void one.run.start();
      await one.answer(share(0, 2));
      one.run.heed(state);
      expect(one.state()).toEqual(kept ? ["running", 1, 2, 5, undefined] : ["otherData", 0, 0, undefined, undefined]);
      await one.answer(share(2, 5));
      expect(one.state()[0]).toBe(kept ? "done" : "otherData");
    }
  });

  it("forgets all when its kernel has started anew", async () => {
    const { run, state, answer } = begun();
    void run.start();
    await answer(share(0, 2));
    run.forget();
    await answer(share(2, 5));
    expect(state()).toEqual(["none", 0, 0, undefined, undefined]);
  });
});

it.each([
  [{ standing: "none", done: 0 }, "", ""], [{ standing: "running", done: 0 }, "", ""], [{ standing: "running", done: 2, of: 5 }, "2 of 5", "2 / 5"], [{ standing: "done", done: 5, of: 5 }, "", ""],
  [{ standing: "cancelled", done: 2, of: 5 }, "Cancelled; what was done until then: 2 of 5", "已取消；此前已完成： 2 / 5"], [{ standing: "cancelled", done: 0 }, "Cancelled; what was done until then: 0", "已取消；此前已完成： 0"],
  [{ standing: "trouble", done: 0, error: "no data" }, "no data", "no data"], [{ standing: "trouble", done: 0 }, "", ""], [{ standing: "noAnswer", done: 0 }, "The kernel gave no answer: it was restarted, or does not know Sojourn.", "内核没有回答：已重启，或其中没有 Sojourn。"],
  [{ standing: "otherData", done: 0 }, "The notebook has coded other data meanwhile. Begin anew.", "其间笔记本已编码其他数据，请重新开始。"],
] as const)("how a run stands is said in words: %j", (run, en, zh) => {
  const whole = { of: undefined, error: undefined, ...run };
  expect([standingWords(whole, "en"), standingWords(whole, "zh")]).toEqual([en, zh]);
});
