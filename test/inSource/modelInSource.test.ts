import { expect, test } from "vitest";
import type { SourceColumn } from "../../src/engines/engine";
import { modelInSource, type WayInSource } from "../../src/inSource/modelInSource";
import { defaultReadings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { applyReadings } from "../../src/study/applyReadings";
import { fakeEngine } from "../engines/fakeEngine";

const study = applyReadings(sfrc, defaultReadings);
const ordered = study.models.find(({ family }) => family === "ordered")!;
const binary = study.models.find(({ family }) => family === "binomial")!;
const columns = (of: typeof binary): SourceColumn[] => ["group", of.outcome, ...of.terms].map((name) => ({ name, kind: name === "group" ? "text" : "double", type: "DOUBLE" }));
/** Two patterns, where one is the most; then how many people there are, and whom something lacks. */
const run = (spec: typeof binary, way: WayInSource["way"]) => {
  const asked = columns(spec);
  const patterns = [...asked.map(({ kind }) => (kind === "text" ? ["a", "a"] : [0, 1])), [1, 1]];
  const sizes = [[9], [0], ...asked.map(() => [0])];
  return modelInSource(fakeEngine(asked, way === "steps" ? [[sizes]] : [[patterns], [sizes]]), study, spec, { way, most: 1 });
};

test("patterns that were asked for and are too many are refused, and no step is taken", async () => {
  await expect(run(binary, "patterns")).rejects.toThrow(/have more than 1 different combinations of values/);
  await expect(run(ordered, "patterns")).rejects.toThrow(/have more than 1 different combinations of values/);
});

test("an ordered outcome is refused for what was asked or counted, in both languages", async () => {
  const { refused: asked } = await run(ordered, "steps");
  expect(asked!.message).toMatch(/ordered outcomes are not fitted by steps\. Leave --way steps out/);
  expect(asked!.message).not.toMatch(/too many/);
  expect(asked!.inLanguage("zh")).toContain("有序因变量不能逐步拟合");
  const { refused: counted } = await run(ordered, undefined);
  expect(counted!.message).toMatch(/by patterns only, and its columns have too many\. Choose readings/);
  expect(counted!.message).not.toMatch(/--way/);
});
