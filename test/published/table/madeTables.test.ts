import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTables } from "../../../src/published/table/readTables";

const MADE = join(__dirname, "../../fixtures/paperTables/made");
const FILES = readdirSync(MADE).filter((file) => file !== "expected.json");

/** Every cell, as it was checked by eye against the file. */
interface Expected {
  readonly cutoffs?: Readonly<Record<string, string>>;
  readonly models: readonly { readonly of: string; readonly rows: readonly string[] }[];
  readonly unsure: readonly string[];
}
const expected = JSON.parse(readFileSync(join(MADE, "expected.json"), "utf8")) as Record<string, readonly Expected[]>;

it("every file has its expectation", () => expect(Object.keys(expected).sort()).toEqual([...FILES].sort()));

it.each(FILES)("%s: tables of programs' and journals' layouts, cell by cell", async (file) => {
  const tables = await readTables(readFileSync(join(MADE, file)), { name: file });
  expect(tables.map(({ cutoffs, models, unsure }) => ({
    ...(cutoffs && { cutoffs }),
    models: Object.values(models).map(({ family, familyPrinted, scale, brackets = "", n = "", logLik = "", pseudoR2 = "", rows }) => ({
      of: [familyPrinted ?? family, scale, brackets, n, logLik, pseudoR2].join(" | "),
      rows: rows.map(({ term, label: _, coef, stars, ...rest }) => `${term}: ${coef}${stars} ${Object.entries(rest).sort().map(([field, text]) => `${field} ${text}`).join(" ")}`.trim()),
    })),
    unsure: unsure.filter(({ code }) => code !== "noN").map(({ model, term, field, code }) => `${model ?? ""} ${term ?? ""} ${field ?? ""}: ${code}`.trim()),
  }))).toEqual(expected[file]);
});

it.each([
  ["a table of correlations", "Table 2 Correlations\n        1      2      3\nAge    1.00\nIncome 0.35** 1.00\nEduc   0.22*  0.41** 1.00\n* p<.05 ** p<.01"],
  ["means with their standard deviations", "Table 1 Sample characteristics, mean (SD)\nVariable    Treated       Control\nAge        35.4 (12.1)   36.2 (11.8)\nIncome      3.8 (1.2)     3.9 (1.3)"],
  ["cells run together", "VariableCoefficientStd. errorp-value\nAge-0.023**0.0100.021\nEducation0.120*0.0670.073\nConstant1.2340.9100.175"],
  ["columns under one another without as many headings", "b\n\nAge\nSex\nRace\n\n1.519\n.070\n.093\n\n.552\n.027\n.033"],
])("refuses %s", async (_, text) => {
  await expect(readTables(text)).rejects.toThrow(/no table was understood/);
});
