import { describe, expect, it } from "vitest";
import type { ColumnHead } from "../../../../src/published/table/roles/heads";
import { modelsOf } from "../../../../src/published/table/roles/models";
import type { Role } from "../../../../src/published/table/roles/vocabulary";

/** "coef A B" is a column of coefficients under A and B, "- A" one without a role, "?Tau" one whose heading is unknown, "(se) A" one with errors in its brackets. */
const column = (said: string, i: number): ColumnHead => {
  const [what, ...names] = said.split(" ");
  const at = { at: i + 1, names };
  return what.startsWith("?") ? { ...at, unknown: what.slice(1) } : what.startsWith("(") ? { ...at, bracket: what.slice(1, -1) as Role } : what === "-" ? at : { ...at, role: what as Role };
};
const of = (said: readonly string[], bracketed: readonly number[] = []) => {
  const { models, unused } = modelsOf(said.map(column), (at) => bracketed.includes(at));
  return [
    ...models.map(({ names, main, scale, beside, unnamed }) => [[...names, `${scale} ${main.at}`].join(" "), ...[...beside].map(([role, at]) => `${role} ${at}`), ...(unnamed === undefined ? [] : [`unnamed ${unnamed}`])].join(", ")),
    ...unused.map(({ at, text }) => `unused ${at} ${text}`.trim()),
  ];
};

describe("columns taken together", () => {
  it.each([
    [["-", "-"], ["coef 1", "unused 2"]], [["- A", "-"], ["A coef 1, unnamed 2"]], [["?A", "-"], ["A coef 1, unnamed 2"]], [["coef", "-"], ["coef 1, unnamed 2"]],
    [["coef A", "- A"], ["A coef 1, unnamed 2"]], [["coef A", "- B"], ["A coef 1", "unused 2 B"]], [["coef A", "- A B"], ["A coef 1", "unused 2 A, B"]],
    [["coef", "se", "-"], ["coef 1, se 2", "unused 3"]], [["se", "-"], ["unused 2", "unused 1 se"]], [["coef", "?Tau", "-"], ["coef 1", "unused 2 Tau", "unused 3"]],
    [["oddsRatio", "-"], ["oddsRatio 1, unnamed 2"]], [["effect", "-"], ["effect 1, unnamed 2"]],
    [["coef A", "(se) A"], ["A coef 1", "A coef 2"]], [["(se) A", "p A"], ["A coef 1, p 2"]],
  ])("%j: %j", (said, expected) => expect(of(said)).toEqual(expected));

  it("brackets in its cells make a column without a role a model's", () => {
    expect(of(["coef A", "- A"], [2])).toEqual(["A coef 1", "A coef 2"]);
    expect(of(["coef A", "?B"], [2])).toEqual(["A coef 1", "B coef 2"]);
  });

  it("a statistic that the model has not yet is its own, whatever stands over it", () => {
    for (const scale of ["coef", "oddsRatio", "effect"]) expect(of([`${scale} A`, "se B"])).toEqual([`A ${scale} 1, se 2`]);
    expect(of(["coef A", "se A", "se B"])).toEqual(["A coef 1, se 2", "unused 3 B, se"]);
    expect(of(["coef A", "effect B"])).toEqual(["A coef 1", "B effect 2"]);
    expect(of(["coef", "p B", "se"])).toEqual(["B coef 1, p 2, se 3"]);
    expect(of(["se A", "coef B"])).toEqual(["B coef 2", "unused 1 A, se"]);
  });

  it("what follows a side estimate is that one's own, until something that the model lacks", () => {
    expect(of(["coef", "se", "oddsRatio", "se", "p"])).toEqual(["coef 1, se 2, oddsRatio 3, p 5", "unused 4 se"]);
    expect(of(["coef", "se", "effect", "se", "p"])).toEqual(["coef 1, se 2, p 5", "unused 4 se", "unused 3 effect"]);
    expect(of(["coef", "se", "p", "se", "z"])).toEqual(["coef 1, se 2, p 3", "unused 4 se", "unused 5 z"]);
    expect(of(["oddsRatio", "se", "effect", "se", "p"])).toEqual(["oddsRatio 1, se 2, effect 3", "unused 4 se", "unused 5 p"]);
    expect(of(["coef", "se", "oddsRatio", "coef", "se"])).toEqual(["coef 1, se 2, oddsRatio 3", "coef 4, se 5"]);
    expect(of(["coef A", "se A", "oddsRatio A", "se B", "p B"])).toEqual(["A coef 1, se 2, oddsRatio 3", "unused 4 B, se", "unused 5 B, p"]);
  });

  it("two columns of an interval side by side are its limits", () => {
    expect(of(["coef A", "ci A", "ci A"])).toEqual(["A coef 1, lower 2, upper 3"]);
    expect(of(["coef A", "ci A", "-"])).toEqual(["A coef 1, lower 2, upper 3"]);
    expect(of(["coef", "ci", "p", "ci"])).toEqual(["coef 1, ci 2, p 3", "unused 4 ci"]);
    expect(of(["coef A", "ci A", "ci B"])).toEqual(["A coef 1, ci 2", "unused 3 B, ci"]);
    expect(of(["coef", "ci", "p", "-"])).toEqual(["coef 1, ci 2, p 3", "unused 4"]);
  });

  it("a column of another kind is told as unused", () => expect(of(["other M", "coef", "df"])).toEqual(["coef 2, df 3", "unused 1 M, other"]));
});
