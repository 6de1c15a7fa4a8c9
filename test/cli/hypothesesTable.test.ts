import { expect, test } from "vitest";
import { hypothesesTable } from "../../src/cli/hypothesesTable";
import { inLanguage, type Words } from "../../src/display/words";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { chooseReadings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";

const survey = readSurvey();
const said = (table: ReturnType<typeof hypothesesTable>, language: "en" | "zh") => table.rowGroups[0].rows.map(({ header, cells }) => [header, ...cells.map((cell) => (cell as { text: Words }).text)].map((words) => inLanguage(words, language)));

test("a hypothesis is named by its number in either language, and decided in each group by print and by the refit", () => {
  const table = hypothesesTable(runStudy(sfrc, codeSample(survey)), readPublished());
  // Table 2's stars, by Models 1, 3 and 4; the stand-in was made to have the same.
  expect(said(table, "en").find(([name]) => name.startsWith("H1 "))).toEqual(["H1 cumulative-causation network", "–", "–", "✓ **", "✓ **", "✓ ***", "✓ ***"]);
  expect(said(table, "en").find(([name]) => name.startsWith("H3b "))).toEqual(["H3b kin support network", "✓ *", "✓ *", "–", "–", "✓ *", "✓ *"]);
  expect(said(table, "zh").map(([name]) => name)).toEqual(["H1 累积因果网络", "H2 族际交往意愿", "H3a 个体社会资本", "H3b 亲缘支持网络", "H3c 单位支持网络", "H4a 社会参与认知", "H4b 社会参与行为"]);
  expect(table.notes[0]).toEqual({ en: "Supported: positive and starred. Changchun by M1, South by M3, All by M4.", zh: "支持指系数为正且带星号。长春组依据 M1，南方组依据 M3，全国组依据 M4。" });
});

test("where a term is read the other way round, what the refit says of the hypothesis stays, and the printed coefficient, read so, says the opposite", () => {
  const readings = chooseReadings({ cumulativeCausation: "asPrinted" });
  const table = hypothesesTable(runStudy(sfrc, codeSample(survey, readings)), readPublished());
  expect(said(table, "en")[0].slice(3, 5)).toEqual(["– **", "✓ **"]);
});

test("no printed table, no printed column; a model that was refused decides nothing", () => {
  const result = runStudy(sfrc, codeSample(survey));
  const [first] = said(hypothesesTable({ ...result, verdicts: result.verdicts.map((verdict) => (verdict.group === "south" ? { ...verdict, supported: null, estimate: null } : verdict)) }, undefined), "en");
  expect(first.slice(1)).toEqual(["–", "open", "✓ ***"]);
});
