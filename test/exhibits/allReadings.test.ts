import { beforeAll, expect, test } from "vitest";
import { ALL_READINGS_MIME, allReadingsShare, type AllReadingsShare, shareOrTrouble, tellAllReadings } from "../../src/exhibits/allReadings";
import { allReadingsNote, summariesOf, summaryWords } from "../../src/exhibits/allReadingsSummary";
import { codedFrom, panelState } from "../../src/exhibits/panelState";
import { readingUniverses } from "../../src/exhibits/readingUniverses";
import { codeUnder } from "../../src/sfrc/codeSample";
import { chooseReadings, readingEntries } from "../../src/sfrc/readings";
import { sessionReadings, useReadings } from "../../src/sfrc/sessionReadings";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import { globals, QUESTION, survey } from "./askedKernel";

const coded = codedFrom(survey);
let all: AllReadingsShare;
beforeAll(async () => {
  all = await allReadingsShare(0, coded, Infinity);
}, 300_000);

test("the paper's own choice, every other by itself and every two of different readings are universes, each once", () => {
  const { choices, leftOut } = readingUniverses(sfrc);
  const others = readingEntries.filter(({ name }) => !leftOut.includes(name)).map(({ choices: of }) => of.length - 1);
  const single = others.reduce((sum, k) => sum + k, 0);
  const pairs = (single ** 2 - others.reduce((sum, k) => sum + k ** 2, 0)) / 2;
  expect(leftOut).toEqual(["parallelLines", "pseudoR2"]);
  expect(choices).toHaveLength(1 + single + pairs);
  expect(new Set(choices.map((choice) => JSON.stringify(choice))).size).toBe(choices.length);
  expect(all).toMatchObject({ from: 0, to: choices.length, of: choices.length, synthetic: true });
});

test("each universe is what a study run under those readings says", () => {
  const wanted = ["participationBehaviour=missing", "cumulativeCausation=asPrinted", "age=withAge"];
  for (const change of wanted) {
    const [name, choice] = change.split("=");
    const { verdicts } = runStudy(sfrc, codeUnder(survey, chooseReadings({ [name]: choice })));
    for (const { hypothesis, group, estimate, supported, level } of verdicts) {
      const found = all.universes.find((one) => one.hypothesis === hypothesis && one.group === group && one.changes.join() === change)!;
      expect(found.estimate).toBeCloseTo(estimate!, 8);
      expect(found).toMatchObject({ supported, stars: level });
    }
  }
  const pair = runStudy(sfrc, codeUnder(survey, chooseReadings({ education: "level", gender: "male" }))).verdicts.find(({ hypothesis, group }) => hypothesis === "H1" && group === "all")!;
  expect(all.universes.find(({ hypothesis, group, changes }) => hypothesis === "H1" && group === "all" && ["education=level", "gender=male"].every((one) => changes.includes(one)))!.estimate).toBeCloseTo(pair.estimate!, 8);
});

test("asked for a moment at a time, the shares come to the same", async () => {
  const shares: AllReadingsShare[] = [];
  for (let from = 0; from < 12; from = shares.at(-1)!.to) shares.push(await allReadingsShare(from, coded, 0));
  expect(shares.map(({ to }) => to)).toEqual([4, 8, 12]);
  const names = new Set(shares.flatMap(({ universes }) => universes.map(({ changes }) => changes.join())));
  expect(shares.flatMap(({ universes }) => universes).map((one) => JSON.stringify(one)).sort()).toEqual(all.universes.filter(({ changes }) => names.has(changes.join())).map((one) => JSON.stringify(one)).sort());
});

test("a summary has the share in which the verdict stands, the range, and the single readings that turn it", () => {
  const summary = summariesOf([all]).find(({ hypothesis, group }) => hypothesis === "H1" && group === "all")!;
  const mine = all.universes.filter(({ hypothesis, group }) => hypothesis === "H1" && group === "all");
  const own = panelState(coded).verdicts.find(({ hypothesis, group }) => hypothesis === "H1" && group === "all")!;
  const byLikelihood = new Map(mine.filter(({ estimate }) => estimate !== null).map((one) => [one.likelihood, one]));
  expect(summary.paper!.estimate).toBeCloseTo(own.estimate!, 8);
  expect(summary.distinct).toBe(byLikelihood.size);
  expect(summary.standing).toBe([...byLikelihood.values()].filter(({ supported }) => supported === own.supported).length);
  expect(summary.standing).toBeLessThan(summary.distinct);
  expect(summary.turnedBy).toContain("participationBehaviour=missing");
  expect([summary.from, summary.to]).toEqual([Math.min(...[...byLikelihood.values()].map(({ estimate }) => estimate!)), Math.max(...[...byLikelihood.values()].map(({ estimate }) => estimate!))]);
  expect(summary.distinct).toBeLessThan(mine.length); // gender=male has the likelihood of gender=female
});

test("a share is told in both languages, refusals counted, and few of many are never none or all", () => {
  const refused = { hypothesis: "H1", group: "all", model: "M4", paper: false, changes: ["a=b"], likelihood: "r", estimate: null, stars: "", supported: null, reason: { en: "(separation) x", zh: "（数据分离）x" } };
  const one = (i: number, supported: boolean) => ({ ...refused, paper: i === 0, changes: i === 0 ? [] : [`a=${i}`], likelihood: String(i), estimate: -i / 1000, stars: supported ? "*" : "", supported, reason: undefined });
  const [summary] = summariesOf([{ universes: [refused, ...Array.from({ length: 400 }, (_, i) => one(i, i !== 399))] as never }]);
  expect(summary).toMatchObject({ refused: 1, distinct: 400, standing: 399, reasons: [{ reason: { en: "(separation) x", zh: "（数据分离）x" }, count: 1 }] });
  expect(summaryWords(summary, "en")).toEqual({ paper: "✓ 0.000*", standing: "stands in > 99% of 400", range: "−0.399 to 0.000", turnedBy: "turned by a=399", refused: "1 refused" });
  expect(summaryWords(summary, "zh").standing).toBe("400 种中 > 99% 结论不变");
  expect(allReadingsNote({ of: 401, leftOut: ["pseudoR2"] }, [summary], "en")).toMatch(/^401 choices.*Refused and counted: 1 fits\. Not varied.*pseudoR2\.$/);
  expect(allReadingsNote({ of: 401, leftOut: [] }, [summary], "zh")).toContain("拒绝拟合（已计入）：1 次");
});

test("a reading under which these data cannot be coded is refused with its reason in both languages, and the choices after it are tried", async () => {
  const respondents = survey.respondents.map((who) => ({ ...who, ...Object.fromEntries(["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"].map((name) => [name, who[name] && "neutral"])) }));
  const same = { ...survey, respondents };
  const { choices } = readingUniverses(sfrc);
  const at = choices.findIndex(({ contactWillingness }) => contactWillingness === "observedRange");
  const { to, universes } = await allReadingsShare(at, codedFrom(same), 0);
  expect(to).toBe(at + 4);
  const refused = universes.filter(({ changes }) => changes.join() === "contactWillingness=observedRange");
  expect(refused.length).toBe(sfrc.hypotheses.reduce((sum, { decidedBy }) => sum + decidedBy.length, 0));
  for (const { estimate, supported, reason } of refused) {
    expect([estimate, supported]).toEqual([null, null]);
    expect(reason!.en).toMatch(/^reading contactWillingness=observedRange: all \d+ respondents have the same sum/);
    expect(reason!.zh).toMatch(/^reading contactWillingness=observedRange：.*[一-鿿]/);
  }
  expect(new Set(universes.map(({ changes }) => changes.join())).size).toBe(4);
});

test("a column that nobody has under one reading refuses that reading; one that nobody has under the paper's own is told once", async () => {
  const without = (lost: (readings: Readonly<Record<string, string>>) => boolean) => ({
    ...coded, code: (readings: Readonly<Record<string, string>>) => {
      const sample = coded.code(readings);
      return lost(readings) ? { ...sample, people: sample.people.map(({ age2: _, ...person }) => person) as never } : sample;
    },
  });
  const [own, first] = readingUniverses(sfrc).choices;
  const changed = Object.keys(first).find((name) => first[name] !== own[name])!;
  const { universes } = await allReadingsShare(0, without((readings) => readings[changed] === first[changed]), 0);
  const of = (changes: string) => universes.filter((universe) => universe.changes.join() === changes);
  expect(of(`${changed}=${first[changed]}`).map(({ reason }) => reason!.en)).toEqual(of("").map(() => expect.stringContaining("column age2: no coded person has a value")));
  expect(of("").map(({ estimate }) => typeof estimate)).toEqual(of("").map(() => "number"));
  await expect(allReadingsShare(0, without(() => true), 0)).rejects.toThrow(/age2: no coded person has a value/);
});

test("an answer goes to whoever asked and leaves the session's readings alone; a study without readings is told, not thrown", async () => {
  const told: { data: Record<string, unknown> }[] = [];
  globals[QUESTION] = (output: { data: Record<string, unknown> }) => told.push(output);
  useReadings({ gender: "male" });
  await tellAllReadings(0);
  expect((told[0].data[ALL_READINGS_MIME] as AllReadingsShare).universes.some(({ paper, changes }) => paper && changes.length === 0)).toBe(true);
  expect(sessionReadings().gender).toBe("male");
  const { readings: _, ...without } = sfrc;
  await expect(allReadingsShare(0, { ...coded, study: without })).rejects.toThrow(/codes by one rule each/);
  expect(await shareOrTrouble(0, "zh", { ...coded, study: without })).toEqual({ from: 0, error: expect.stringMatching(/^sfrc：[^a-z]*$/) });
});
