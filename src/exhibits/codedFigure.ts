import { BadInput } from "../badInput";
import { distribution } from "../display/figures/distribution";
import { histogram, readableWidth } from "../display/figures/histogram";
import type { Figure } from "../display/figure";
import { joinWords, type Words } from "../display/words";
import { didYouMean } from "../faults/nearest";
import { said } from "../faults/said";
import { CODED_NUMBERS, type CodedNumber, type CodedSample } from "../sfrc/codeSample";
import { groups } from "../sfrc/models";
import { ageTerm, terms } from "../sfrc/terms";
import { membersOf } from "../study/group";
import { refuseCounts } from "./answersOf";

/** Most values that are shown one by one; a column with more is binned. */
const FEW = 13;

/** How a coded column is distributed: by group where it has few values, binned where it has many. */
export function codedFigure(coded: CodedSample, column: CodedNumber): Figure {
  refuseCounts(coded, "codedFigure");
  const { people, synthetic, madeFrom } = coded;
  const label: Words = [ageTerm, ...terms].find(({ name }) => name === column)?.label ?? column;
  const id = `distribution-${column}`;
  const title = joinWords([label, { en: "as coded", zh: "编码后的分布" }]);
  const known = people.map((person) => person[column]).filter((value) => value !== undefined);
  if (known.length === 0) throw new BadInput({ file: "codedFigure" }, said`no coded person has a value in "${String(column)}"${didYouMean(String(column), CODED_NUMBERS)}`, CODED_NUMBERS.join(", "));
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
