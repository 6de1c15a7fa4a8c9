import { expect, test } from "vitest";
import codebook from "../../data/codebook.json";
import type { AllReadingsShare, NoShare } from "../../src/exhibits/allReadings";
import { AllReadingsRun, standingWords } from "../../src/exhibits/allReadingsRun";
import type { Codebook } from "../../src/survey/codebook";
import { codebookPrint } from "../../src/survey/codebookPrint";
import { type Answer, shareIn } from "../src/kernel/answer";
import { allReadingsCode } from "../src/kernel/question";
import { ALL_READINGS_MIME, PANEL_MIME } from "../src/mimeTypes";
import type { NotebookSession } from "../src/panel/notebookSession";
import { hasReadings } from "../src/panel/shownStudy";
import { PAPER } from "../src/panel/verdictRows";

const share = (from: number, to: number, data = "one"): AllReadingsShare => ({ from, to, of: 10, data, synthetic: true, study: { id: "sfrc" }, leftOut: [], universes: [] });
const ofPaper = `${codebookPrint(codebook as unknown as Codebook)}-1`;
const answering = (answers: readonly (AllReadingsShare | NoShare | undefined)[]) => {
  const asked: number[] = [];
  return { asked, ask: async (from: number) => (asked.push(from), answers[asked.length - 1]) };
};

test("the question begins with the mark that our kernel knows, declares no name and catches all", () => {
  expect(allReadingsCode(8, "en").startsWith("// sojourn: question\nawait ")).toBe(true);
  expect(allReadingsCode(8, "zh")).toContain('panel.tellAllReadings(8, "zh")');
  expect(allReadingsCode(8, "en")).not.toMatch(/\b(const|let|var|function) /);
  expect(allReadingsCode(8, "en")).toMatch(/\.catch\(\(error: any\) => .*\);$/);
});

test("all readings are offered for the paper, not for a study that codes by one rule each", () => {
  const session = (id: string) => ({ answer: { study: { ...PAPER, id }, verdicts: [], readings: {} } as unknown as Answer, stale: { dataShown: () => [ofPaper] } as unknown as NotebookSession["stale"] });
  expect(["sfrc", "wvs", "mine"].map((id) => hasReadings(session(id)))).toEqual([true, false, false]);
});

test("before the kernel has answered they are offered where outputs were made from the paper's survey, and not on a fresh page", () => {
  const unasked = (data: string[], answer?: Answer) => hasReadings({ answer, stale: { dataShown: () => data } as unknown as NotebookSession["stale"] });
  expect(unasked([])).toBe(false); // a new notebook, of whatever study
  expect(unasked(["another-1"])).toBe(false);
  expect(unasked(["another-1", ofPaper])).toBe(true);
  expect([unasked([], { readings: {}, error: "no" } as unknown as Answer), unasked([ofPaper], { readings: {}, error: "no" } as unknown as Answer)]).toEqual([false, true]);
});

test("each share is asked for from where the last ended, until all are there", async () => {
  const { asked, ask } = answering([share(0, 4), share(4, 8), share(8, 10)]);
  const seen: string[] = [];
  const all: AllReadingsRun = new AllReadingsRun(ask, () => void seen.push(standingWords(all, "en")));
  await all.start();
  expect(asked).toEqual([0, 4, 8]);
  expect(seen).toEqual(["", "4 of 10", "8 of 10", ""]);
});

test("cancelled, nothing more is asked, what was told stays, and the share that was under way is nobody's", async () => {
  const all: AllReadingsRun = new AllReadingsRun(async (from) => {
    if (from === 4) all.cancel();
    return share(from, from + 4);
  }, () => undefined);
  await all.start();
  expect(all).toMatchObject({ standing: "cancelled", done: 4, of: 10 });
  expect([standingWords(all, "en"), standingWords(all, "zh")]).toEqual(["Cancelled; what was done until then: 4 of 10", "已取消；此前已完成： 4 / 10"]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(all.shares).toHaveLength(1);
});

test("data that were coded meanwhile, a failure and a kernel that is gone end it, each in its words", async () => {
  const ended = async (...answers: (AllReadingsShare | NoShare | undefined)[]) => {
    const all = new AllReadingsRun(answering(answers).ask, () => undefined);
    await all.start();
    return all;
  };
  expect(await ended(share(0, 4), share(4, 8, "two"))).toMatchObject({ standing: "otherData", done: 4 });
  expect(await ended({ from: 0, error: "no data" })).toMatchObject({ standing: "trouble", error: "no data" });
  expect(await ended(share(0, 4), undefined)).toMatchObject({ standing: "noAnswer", done: 4 });
  const restarted = await ended(share(0, 4), undefined);
  restarted.forget();
  expect(restarted).toMatchObject({ standing: "none", shares: [] });
});

test("shares of other data than those in force, or of another study, go, and why is said; nothing more is asked for them", async () => {
  const heeded = async (data: string[], id = "sfrc") => {
    const all = new AllReadingsRun(answering([share(0, 10)]).ask, () => undefined);
    await all.start();
    all.heed({ inForce: { data, readings: {}, version: "1" }, study: { id } });
    return all;
  };
  expect(await heeded(["one"])).toMatchObject({ standing: "done", done: 10 });
  expect(await heeded(["another questionnaire", "one"])).toMatchObject({ standing: "done", done: 10 });
  const gone = await heeded(["two"]);
  expect(gone).toMatchObject({ standing: "otherData", shares: [] });
  expect(standingWords(gone, "en")).toContain("other data");
  expect(await heeded(["one"], "wvs")).toMatchObject({ standing: "otherData", shares: [] });
  const all: AllReadingsRun = new AllReadingsRun(async (from) => {
    if (from === 4) all.heed({ inForce: { data: ["two"], readings: {}, version: "1" }, study: { id: "sfrc" } });
    return share(from, from + 4);
  }, () => undefined);
  await all.start();
  expect(all).toMatchObject({ standing: "otherData", shares: [] });
});

test("an answer is taken for a share only where it is one", () => {
  expect(shareIn({ [ALL_READINGS_MIME]: share(0, 4) })).toEqual(share(0, 4));
  expect(shareIn({ [ALL_READINGS_MIME]: { from: 0, error: "no" } })).toEqual({ from: 0, error: "no" });
  expect(shareIn({ [PANEL_MIME]: { readings: {}, error: "Sojourn could not be loaded" } })).toEqual({ from: 0, error: "Sojourn could not be loaded" });
  for (const other of [undefined, {}, { [ALL_READINGS_MIME]: { to: 3 } }, { [PANEL_MIME]: { verdicts: [], readings: {} } }]) expect(shareIn(other)).toBeUndefined();
});
