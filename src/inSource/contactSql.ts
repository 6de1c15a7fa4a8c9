import type { Engine, SourceColumn } from "../engines/engine";
import { readPatterns } from "../engines/patterns";
import { scaleContact } from "../sfrc/coding/contactWillingness";
import type { Readings } from "../sfrc/readings";
import { CONTACT_ITEMS } from "./rules";

const [ONE, TWO, THREE] = CONTACT_ITEMS.map((name) => `"${name}"`);

/**
 * Contact willingness as an expression of the three items. From its possible range it is their mean; where a reading asks for
 * what the sample holds, every combination that occurs there is counted and scaled by the rule of a file, and told by its value.
 *
 * @param items  the sample with its three items
 * @throws {BadInput} a range that cannot be rescaled
 */
export async function contactSql(engine: Engine, items: string, { contactWillingness: range }: Readings): Promise<string> {
  const { double } = engine.dialect;
  if (range === "possibleRange") return `(${ONE} + ${TWO} + ${THREE}) / CAST(3 AS ${double})`;
  const asked = CONTACT_ITEMS.map((name) => ({ name, kind: "double", type: double, as: "number" }) as const satisfies SourceColumn & { as: string });
  const { rows, counts } = (await readPatterns({ ...engine, rows: `(${items})` }, asked))!; // at most 9³ of them
  const combinations = rows.map((cells) => (cells.includes("") ? undefined : cells.map(Number)));
  const scores = scaleContact(combinations, range, counts);
  const branches = combinations.flatMap((three, i) => (three === undefined ? [] : [`WHEN ${ONE} = ${three[0]} AND ${TWO} = ${three[1]} AND ${THREE} = ${three[2]} THEN CAST('${scores[i]}' AS ${double})`]));
  return branches.length === 0 ? `CAST(NULL AS ${double})` : `CASE ${branches.join(" ")} END`;
}
