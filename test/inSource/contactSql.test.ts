import { expect, test } from "vitest";
import { contactSql } from "../../src/inSource/contactSql";
import { chooseReadings } from "../../src/sfrc/readings";
import { fakeEngine } from "../engines/fakeEngine";

const observed = chooseReadings({ contactWillingness: "observedRange" });

test("from its possible range it is the mean of three items, and nothing is asked", async () => {
  const engine = fakeEngine([], []);
  expect(await contactSql(engine, "SELECT 1", chooseReadings({}))).toBe('("contact1" + "contact2" + "contact3") / CAST(3 AS DOUBLE)');
  expect(engine.asked).toEqual([]);
});

// Sums 6, 15 and 9: 1 + 4 (sum − 6) / 9 = 1, 5 and 2⅓. Who lacks an item has no value.
test("from the observed range each combination that occurs has its value", async () => {
  const engine = fakeEngine([], [[[[1, 2, 5, 3, 4], [2, 3, 5, 3, 4], [3, 4, 5, 3, null], [2, 1, 1, 3, 9]]]]);
  expect(await contactSql(engine, "SELECT 1", observed)).toBe([
    'CASE WHEN "contact1" = 1 AND "contact2" = 2 AND "contact3" = 3 THEN CAST(\'1\' AS DOUBLE)',
    'WHEN "contact1" = 2 AND "contact2" = 3 AND "contact3" = 4 THEN CAST(\'2.333333333333333\' AS DOUBLE)',
    'WHEN "contact1" = 3 AND "contact2" = 3 AND "contact3" = 3 THEN CAST(\'2.333333333333333\' AS DOUBLE)',
    'WHEN "contact1" = 5 AND "contact2" = 5 AND "contact3" = 5 THEN CAST(\'5\' AS DOUBLE) END',
  ].join(" ").replaceAll("2.333333333333333", String(1 + (4 * 3) / 9)));
  expect(engine.asked[0]).toContain('FROM (SELECT 1) AS s');
});

test("where nobody has all three items, nobody has a value", async () => {
  expect(await contactSql(fakeEngine([], [[[[1], [null], [3], [2]]]]), "SELECT 1", observed)).toBe("CAST(NULL AS DOUBLE)");
});
