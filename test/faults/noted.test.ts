import { describe, expect, it } from "vitest";
import { inLanguage } from "../../src/faults/said";
import { ZH } from "../../src/faults/chinese";
import { noted, noteIn, noteInBoth } from "../../src/faults/noted";
import { NOTES } from "../../src/faults/zh/notes";
import { RefusedModel } from "../../src/models/refusedModel";
import { notesOfSources } from "./sentences";

/** The one that no source says as a note: the message of a refusal, which may be a reason. */
const OF_REFUSALS = ["Model refused ({}): {}"];

describe("what stands beside numbers", () => {
  it("has its Chinese, each sentence, and no Chinese is left over", () => {
    const said = new Set(notesOfSources());
    expect(said.size).toBeGreaterThan(50);
    expect([...said].filter((template) => !Object.hasOwn(NOTES, template))).toEqual([]);
    expect(Object.keys(NOTES).filter((template) => !said.has(template) && !OF_REFUSALS.includes(template))).toEqual([]);
  });

  it.each(Object.entries(NOTES))("is known again with its values: %s", (template, zh) => {
    const values = Array.from({ length: template.split("{}").length - 1 }, (_, i) => `v ${i + 1}`);
    expect(noteIn(inLanguage({ template, values }, "en"), "zh")).toBe(inLanguage({ template: zh, values }, "en"));
  });

  it("is English where it is kept, and each reason in it is said too", () => {
    const note = noted`the interval of ${"a: b"} is undetermined: ${noted`the profile could not be followed to ${"-1.5"}`}`;
    expect(note).toBe("the interval of a: b is undetermined: the profile could not be followed to -1.5");
    expect(noteInBoth(note)).toEqual({ en: note, zh: "a: b 的置信区间无法确定：剖面似然无法追踪到 -1.5" });
    expect(noteIn(note, "en")).toBe(note);
    expect(noteIn("the crossing was not reached; the crossing was not reached", "zh")).toBe("未能找到交点；未能找到交点");
    const lower = noted`the profile could not be followed to ${"-1.5"}`;
    expect(noteIn(`${lower}; ${noted`the profile jumps at ${"2"}, from a fall of ${"1"} to one of ${"2"}, past ${"3"}`}`, "zh")).toBe("剖面似然无法追踪到 -1.5；剖面似然在 2 处跳跃，下降量由 1 变为 2，越过了 3");
    expect(noteIn(noted`the interval of ${"x"} is undetermined: ${`${lower}; ${lower}`}`, "zh")).toBe("x 的置信区间无法确定：剖面似然无法追踪到 -1.5；剖面似然无法追踪到 -1.5");
    expect(noteIn(noted`${10} of ${12} rows have ${'name == "a; b"'}; for ${2} it is unknown, and they are left out`, "zh")).toBe('12 行中有 10 行满足 name == "a; b"；另有 2 行无法判断，已剔除');
    expect(noteIn("the binary logit at one cut point was refused (separation: d)", "zh")).toBe("某个切点处的二元 logit 被拒绝（数据分离：d）");
    expect(noteIn(new RefusedModel("collinear", ["x"], "there is one cluster only: nothing varies between clusters").message, "zh")).toMatch(/^模型被拒绝（共线）：[^a-z]+$/);
  });

  it("stays as it is where nothing of it is known", () => {
    for (const note of ["", "few events", "x is low; y is high", "no row has", "rows with an empty cell were left out"]) expect(noteIn(note, "zh")).toBe(note);
    expect(noteIn("few events; there are no terms", "zh")).toBe("few events；没有自变量");
  });
});

it("Chinese sentences have Chinese punctuation: no half-width sign beside a character", () => {
  const wrong = /[\u4e00-\u9fff][,;!?]|[,;!?][\u4e00-\u9fff]|[\u4e00-\u9fff]: |[\u4e00-\u9fff] ?\(|\)[\u4e00-\u9fff]/;
  expect(Object.values(ZH).filter((text) => wrong.test(text) && !text.startsWith("["))).toEqual([]); // of JSON the signs are its own
});
