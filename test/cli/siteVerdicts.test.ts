import { expect, it } from "vitest";
import { siteVerdicts } from "../../src/cli/siteVerdicts";
import type { PublishedTable } from "../../src/published/publishedTable";
import type { StudyResult } from "../../src/study/runStudy";

const groups = ["north", "south", "none"].map((id) => ({ id, label: { en: id, zh: id }, where: {} }));
const hypothesis = (id: string, term: string, opposed?: boolean) => ({ id, term, claim: { en: `${id}?`, zh: `${id}？` }, opposed, decidedBy: [{ group: "north", model: "N" }, { group: "south", model: "S" }] });
const verdict = (of: string, group: string, model: string, supported: boolean, level: string, also?: object) => ({ hypothesis: of, group, model, supported, level, ...(also && { also }) });
const result = {
  study: { groups, hypotheses: [hypothesis("H1", "x"), hypothesis("H2", "z", true)] },
  verdicts: [verdict("H1", "north", "N", true, "***", { model: "N2", supported: false, level: "" }), verdict("H1", "south", "S", false, ""), verdict("H2", "south", "S", true, "*")],
} as unknown as StudyResult;
const rows = (x: string, xStars: string, z: string, zStars: string) => ({ table: 2, rows: [{ term: "x", coef: x, se: "0.1", stars: xStars }, { term: "z", coef: z, se: "0.1", stars: zStars }] });
const published = { models: { N: rows("0.5", "**", "0.2", "*"), S: rows("-0.5", "***", "-0.2", "*") } } as unknown as PublishedTable;

it("verdicts stand by hypothesis and group beside the printed ones, whose sign an opposed column turns", () => {
  expect(siteVerdicts(result, published)).toEqual({
    groups: [{ id: "north", label: { en: "north", zh: "north" }, model: "N" }, { id: "south", label: { en: "south", zh: "south" }, model: "S" }],
    hypotheses: [
      { id: "H1", claim: { en: "H1?", zh: "H1？" }, verdicts: [
        { refitted: { supported: true, level: "***" }, printed: { supported: true, level: "**" }, also: { model: "N2", refitted: { supported: false, level: "" }, printed: undefined } },
        { refitted: { supported: false, level: "" }, printed: { supported: false, level: "***" } },
      ] },
      { id: "H2", claim: { en: "H2?", zh: "H2？" }, verdicts: [undefined, { refitted: { supported: true, level: "*" }, printed: { supported: true, level: "*" } }] },
    ],
  });
});

it("a study without a printed table has its own alone", () => {
  const alone = siteVerdicts(result);
  expect(alone.refittedOnly).toBe(true);
  expect(alone.hypotheses.flatMap(({ verdicts }) => verdicts.map((one) => one?.printed))).toEqual([undefined, undefined, undefined, undefined]);
  expect(siteVerdicts({ ...result, study: { ...result.study, hypotheses: [] } })).toEqual({ groups: [], refittedOnly: true, hypotheses: [] });
});
