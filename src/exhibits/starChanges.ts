import type { Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { PROVENANCE } from "../display/vocabulary";
import { joinWords } from "../display/words";
import { plainTable } from "../display/tables/plainTable";
import { printedCoefficients } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";

/** Star by star, as printed: each pair of models, before → after, where stars or signs change. */
export function starChangesTable({ study }: StudyResult, published: PublishedTable, pairs: readonly (readonly [string, string])[]): Table {
  const printed = printedCoefficients(published);
  const terms = study.terms.map(({ name }) => name);
  const changes = pairs.map(([before, after]) => terms.map((term) => change(printed[before][term], printed[after][term])));
  const changed = changes.flat().filter(({ stars }) => stars).length;
  const turned = changes.flat().filter(({ sign }) => sign).length;
  return plainTable({
    id: "star-changes", synthetic: false, provenance: PROVENANCE.fromPrint,
    title: { en: "Star by star: from Table 2 to Table 3", zh: "逐颗星：从表2到表3" },
    stub: { en: "variable", zh: "变量" },
    columns: pairs.map(([before, after]) => joinWords([study.groups.find(({ id }) => id === study.models.find((model) => model.id === before)?.group)?.label ?? before, `${before} → ${after}`])),
    rows: terms.map((term, row) => [labelOf(term, { study } as StudyResult, published), ...pairs.map((_, column) => changes[column][row].text)]),
    notes: [
      { en: `Stars change in ${changed} of ${changes.flat().length} cells, signs in ${turned}.`, zh: `${changes.flat().length} 格中 ${changed} 格星号改变，${turned} 格符号改变。` },
      { en: "– no star; ± the sign turns.", zh: "– 无星；± 符号改变。" },
    ],
  });
}

interface Cell {
  readonly estimate: number;
  readonly stars: string;
}

function change(before: Cell, after: Cell) {
  const stars = before.stars !== after.stars;
  const sign = before.estimate * after.estimate < 0;
  const text = stars ? `${before.stars || "–"} → ${after.stars || "–"}` : before.stars || "–";
  return { stars, sign, text: sign ? `${text} ±` : text };
}
