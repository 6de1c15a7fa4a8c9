import { expect, test } from "vitest";
import { codeStay, wantsToStay } from "../../../src/sfrc/coding/stay";
import { codeStayInMigration } from "../../../src/sfrc/coding/stayInMigration";
import { codeStayTransnational } from "../../../src/sfrc/coding/stayTransnational";
import { respondent } from "../../survey/rawFile";

const who = (immigrationConsidered: string | undefined, stayIntention: string | undefined) => respondent({ immigrationConsidered, stayIntention });

test("stay counts three steps, and no answer is undefined", () => {
  expect(["leaveSoon", "asLongAsPossible", "permanently", undefined].map((answer) => codeStay(who("no", answer)))).toEqual([1, 2, 3, undefined]);
});

test("as long as possible is staying, or only permanently, by the reading", () => {
  const answers = ["leaveSoon", "asLongAsPossible", "permanently", undefined];
  expect(answers.map((answer) => wantsToStay(who("no", answer)))).toEqual([false, true, true, undefined]);
  expect(answers.map((answer) => wantsToStay(who("no", answer), "permanentOnly"))).toEqual([false, false, true, undefined]);
});

// Rows: considered before, after, no; columns: leave soon, as long as possible, permanently.
const CONSIDERED = ["beforeComing", "afterComing", "no"];
const STAYS = ["leaveSoon", "asLongAsPossible", "permanently"];
const grid = (code: (who: ReturnType<typeof respondent>) => unknown) => CONSIDERED.map((considered) => STAYS.map((stay) => code(who(considered, stay))));

test("the transnational outcome is 1 for whoever considered immigrating at any time or stays", () => {
  expect(grid((who) => codeStayTransnational(who))).toEqual([[1, 1, 1], [1, 1, 1], [0, 1, 1]]);
  expect(grid((who) => codeStayTransnational(who, "permanentOnly"))).toEqual([[1, 1, 1], [1, 1, 1], [0, 0, 1]]);
});

const defaults = { stay: "asLongCounts", inMigration: "either", consideredBefore: "zero" } as const;
const U = undefined;
test.each([
  [{}, [[0, 1, 1], [1, 1, 1], [0, 1, 1]]],
  [{ stay: "permanentOnly" as const }, [[0, 0, 1], [1, 1, 1], [0, 0, 1]]],
  [{ inMigration: "both" as const }, [[0, 0, 0], [0, 1, 1], [0, 0, 0]]],
  [{ consideredBefore: "dropped" as const }, [[U, U, U], [1, 1, 1], [0, 1, 1]]],
  [{ inMigration: "both" as const, stay: "permanentOnly" as const, consideredBefore: "dropped" as const }, [[U, U, U], [0, 0, 1], [0, 0, 0]]],
])("the in-migration outcome under %j", (readings, expected) => {
  expect(grid((who) => codeStayInMigration(who, { ...defaults, ...readings }))).toEqual(expected);
});

test("the in-migration outcome without readings is that of the defaults", () => {
  expect(grid((who) => codeStayInMigration(who))).toEqual(grid((who) => codeStayInMigration(who, defaults)));
});

test("one question unanswered leaves both outcomes undefined, whatever the other says", () => {
  for (const code of [codeStayTransnational, (who: ReturnType<typeof respondent>) => codeStayInMigration(who)]) {
    for (const considered of CONSIDERED) expect(code(who(considered, undefined))).toBeUndefined();
    for (const stay of STAYS) expect(code(who(undefined, stay))).toBeUndefined();
  }
});

test("an answer that no rule knows is refused with its row", () => {
  expect(() => codeStay(respondent({ stayIntention: "perhaps" }, 214))).toThrow(/raw\.csv, row 214, column stayIntention: "perhaps".*leaveSoon, asLongAsPossible or permanently/);
  expect(() => codeStayTransnational(respondent({ immigrationConsidered: "perhaps" }))).toThrow(/column immigrationConsidered: "perhaps"/);
});
