import { distribution } from "../display/figures/distribution";
import { histogram, readableWidth } from "../display/figures/histogram";
import type { Figure } from "../display/figure";
import { joinWords, type Words } from "../display/words";
import type { CodedNumber, CodedSample } from "../sfrc/codeSample";
import { groups } from "../sfrc/models";
import { ageTerm, terms } from "../sfrc/terms";
import { membersOf } from "../study/group";

/** Most values that are shown one by one; a column with more is binned. */
const FEW = 13;

/** How a coded column is distributed: by group where it has few values, binned where it has many. */
export function codedFigure({ people, synthetic, madeFrom }: CodedSample, column: CodedNumber): Figure {
  const label: Words = [ageTerm, ...terms].find(({ name }) => name === column)?.label ?? column;
  const id = `distribution-${column}`;
  const title = joinWords([label, { en: "as coded", zh: "编码后的分布" }]);
  const known = people.map((person) => person[column]).filter((value) => value !== undefined);
  const values = [...new Set(known)].sort((a, b) => a - b);
  if (values.length > FEW) return histogram({ id, title, synthetic, madeFrom, values: known, binWidth: readableWidth(values.at(-1)! - values[0], FEW), x: joinWords([label]) });
  return distribution({
    id, title, synthetic, madeFrom,
    categories: values.map((value) => (Number.isInteger(value) ? String(value) : value.toFixed(2))),
    groups: groups.filter(({ id: group }) => group !== "all").map((group) => ({
      name: group.label,
      counts: values.map((value) => membersOf(group, people).filter((person) => person[column] === value).length),
    })),
  });
}
