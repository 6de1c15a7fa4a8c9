import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { parseJson } from "../../src/io/json";
import { enumerate } from "../../src/multiverse/enumerate";
import { parseSpec } from "../../src/multiverse/readSpec";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import { sfrc } from "../../src/sfrc/study";
import type { Study } from "../../src/study/study";
import { untranslated } from "../faults/sentences";
import { decision, option, smallPeople, smallSpec, smallStudy } from "./small";

const words = { en: "e", zh: "z" };
const inChinese = async (change: (spec: Record<string, unknown>, other: Record<string, unknown>) => void, study: Study = smallStudy) => {
  const other: Record<string, unknown> = { id: "out", reason: words, source: "s", kind: "uncertain", drops: ["b"] };
  const spec: Record<string, unknown> = { title: words, models: [study.models[0].id], terms: [study.models[0].terms[0]], decisions: [{ id: "b", ...words, options: [{ id: "in", paper: true, reason: words, source: "s", kind: "equivalent" }, other] }] };
  if (study !== smallStudy) delete other.drops;
  change(spec, other);
  return parseSpec(parseJson(JSON.stringify(spec), "m.json"), "m.json", study).then(() => "", (error: BadInput) => error.inLanguage("zh"));
};

test.each<[string, Parameters<typeof inChinese>[0], Study]>([
  ["没有模型 \"T\"（应为：S）", (spec) => (spec.models = ["T"]), smallStudy],
  ["没有变量 \"c\"", (_, other) => (other.drops = ["c"]), smallStudy],
  ["b 有 2 个选项是论文的（应为：恰有一个选项带 \"paper\": true）", (_, other) => (other.paper = true), smallStudy],
  ["\"in\" 出现两次（应为：每个编号只出现一次）", (_, other) => (other.id = "in"), smallStudy],
  ["没有其他决定 \"c\"", (_, other) => (other.when = { c: "d" }), smallStudy],
  ["没有b 的选项 \"maybe\"", (spec) => (spec.universes = [{ b: "maybe" }]), smallStudy],
  ["研究 small 的每个变量只有一种编码规则", (_, other) => (other.readings = { stay: "x" }), smallStudy],
  ["\"x\"", (_, other) => (other.readings = { stay: "x" }), sfrc],
  ["研究 small 没有原始答案的插补", (_, other) => (other.missing = "imputed"), smallStudy],
  ["此处没有插补", (_, other) => (other.seed = 2), smallStudy],
  ["1（应为：2 至 100 的整数）", (_, other) => Object.assign(other, { missing: "imputed", imputations: 1 }), sfrc],
])("a spec is refused in Chinese: %s", async (message, change, study) => {
  const said = await inChinese(change, study);
  expect(said.replaceAll("“", "\"").replaceAll("”", "\"")).toContain(message);
  expect(said.replace(/docs\/multiverse\.md|m\.json/g, "")).not.toMatch(/\b(there is|expected|stands|goes|nothing|only|is not)\b/);
});

test("every sentence under src/multiverse has its Chinese", () => {
  const missing = untranslated().filter(({ file }) => file.startsWith("multiverse/") || file === "sfrc/codings.ts" || file.startsWith("cli/multiverse"));
  expect(missing).toEqual([]);
});

test("what a universe was refused for is told in both languages", async () => {
  const people = smallPeople();
  const { universes } = await runMultiverse(smallSpec([decision("model", option("plain"), option("twice", { adds: ["aTwice"] }), option("withoutX", { drops: ["x"] }), option("nobody", { excludes: { city: ["north", "south"] } }))]), smallStudy, () => people);
  const why = universes.flatMap((one) => (one.status === "refused" ? [one.why] : []));
  expect(why.map(({ zh }) => zh)).toEqual([expect.stringMatching(/^（共线）/), "其模型中没有变量 x", "（输入有误）该组中没有人在每一列都有值"]);
  for (const { zh } of why) expect(zh).not.toMatch(/\b(of|the|is|are)\b/);
  expect(() => enumerate(smallSpec([decision("d", option("a"))]), ["e"])).toThrow(BadInput);
});
