// @ts-check
/** A table of the walk-through; a name that ends in Table already is not called a table twice. @param {string} name */
export function exhibit(name) {
  const maker = /Table$/.test(name) ? name : `${name}Table`;
  return {
  files: {
    [`src/exhibits/${name}.ts`]: `import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import type { CodedSample } from "../sfrc/codeSample";

/**
 * What a reader learns from it, in a sentence.
 *
 * @example await show(${maker}(codeSample(readSurvey())));
 */
export function ${maker}({ people, synthetic, madeFrom }: CodedSample): Table {
  return plainTable({
    id: "${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}", synthetic, madeFrom,
    title: { en: "", zh: "" }, stub: { en: "", zh: "" },
    columns: [{ en: "people", zh: "人数" }],
    rows: [["", { number: people.length, format: { decimals: 0 } }]],
  });
}
`,
    [`test/exhibits/${name}.test.ts`]: `import { expect, test } from "vitest";
import { tableText } from "../../src/display/render/tableText";
import { codeSample } from "../../src/sfrc/codeSample";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import * as sojourn from "../../src/index";
import { ${maker} } from "../../src/exhibits/${name}";
import { placesUnseen } from "./broken";

const table = ${maker}(codeSample(readSurvey()));

test("has its words in both languages", () => {
  for (const language of ["en", "zh"] as const) expect((table.title as { en: string; zh: string })[language]).toMatch(language === "en" ? /\\w/ : /[一-鿿]/);
  expect(tableText(table, "zh")).not.toBe(tableText(table, "en"));
});

test("can be imported in a cell", () => expect(sojourn).toHaveProperty("${maker}"));

test("has the value of every row header and every column, counted another way", () => {
  const check = (shown: typeof table) => {
    expect(shown.rowGroups[0].rows.map(({ header, cells }) => [header, ...cells])).toEqual(undefined); // by hand, or by R: test/fixtures
  };
  check(table);
  expect(placesUnseen(table, check)).toEqual([]);
});
`,
  },
  next: [
    `src/exhibits/${name}.ts: docstring, title, columns, rows (makers of general shape belong in src/display)`,
    `src/index.ts: export { ${maker} } from "./exhibits/${name}", beside the other exhibits`,
    `test/exhibits/${name}.test.ts: the value of every column (a column that the check does not look at is named)`,
    "node scripts/reference.mjs, which writes its page",
    "npm test -- test/exhibits, and show it in a notebook (both editions; npm run build before sojourn run, which runs what was built)",
  ],
};
}
