import type { Bilingual } from "../bilingual";
import { decimalsFor } from "../display/decimals";
import type { Figure } from "../display/figure";
import { type ShareCell, shareGrid } from "../display/figures/shareGrid";
import type { Curve } from "../multiverse/curves";
import { supports } from "../multiverse/flips";
import type { Origin } from "../provenance";
import type { Group, Hypothesis, Study } from "../study/study";

/**
 * Hypotheses by groups: in which share of the distinct universes each is supported (positive and starred), and the paper's own
 * universe beneath. Darker is more; a hypothesis that no curve of the multiverse is about has no cell.
 *
 * @example verdictSharesFigure(result.curves, sfrc, coded)
 */
export function verdictSharesFigure(curves: readonly Curve[], { groups, hypotheses, terms }: Pick<Study, "groups" | "hypotheses" | "terms">, { synthetic, madeFrom }: Origin): Figure {
  const curveOf = (hypothesis: Hypothesis, group: Group): Curve | undefined => {
    const model = hypothesis.decidedBy.find((one) => one.group === group.id)?.model;
    return curves.find((curve) => curve.model === model && curve.term === hypothesis.term);
  };
  const rows = hypotheses.filter((hypothesis) => groups.some((group) => curveOf(hypothesis, group)));
  const columns = groups.filter((group) => rows.some((hypothesis) => curveOf(hypothesis, group)));
  const modelsOf = (group: Group): string => [...new Set(rows.flatMap((hypothesis) => curveOf(hypothesis, group)?.model ?? []))].join(", ");
  return shareGrid({
    id: "verdict-shares", synthetic, madeFrom,
    title: { en: "Supported in which share of the universes?", zh: "在多大比例的设定中得到支持？" },
    rows: rows.map(({ id, term, claim }) => { const label = terms.find(({ name }) => name === term)?.label ?? claim; return { en: `${id} ${label.en}`, zh: `${id} ${label.zh}` }; }),
    columns: columns.map((group) => ({ en: `${group.label.en} (${modelsOf(group)})`, zh: `${group.label.zh}（${modelsOf(group)}）` })),
    cells: rows.map((hypothesis) => columns.map((group) => cellOf(curveOf(hypothesis, group)))),
    notes: [
      { en: "✓ supported by the paper's own universe: positive and starred; – not. Shares are of the distinct universes that could be fitted.", zh: "✓ 论文自身的设定支持：系数为正且带星号；– 不支持。比例以可拟合的互异设定为分母。" },
      refusedNote(curves),
    ],
  });
}

function cellOf(curve: Curve | undefined): ShareCell | undefined {
  if (!curve || curve.distinct.length === 0) return undefined;
  const { distinct, universes, counted: { refused } } = curve;
  const supported = distinct.filter((universe) => supports(universe)).length;
  const paper = universes.find((universe) => universe.paper);
  const own = paper?.status === "fitted" ? `${supports(paper) ? "✓" : "–"} ${paper.estimate.toFixed(decimalsFor(paper.estimate))}${paper.stars}` : undefined;
  return {
    share: supported / distinct.length, beneath: own ?? "?",
    words: {
      en: `(${supported} of ${distinct.length}${refused > 0 ? `, ${refused} refused` : ""}; ${own ?? "the paper's own was refused"})`,
      zh: `（${supported}/${distinct.length}${refused > 0 ? `，${refused}个拒绝拟合` : ""}；${own ?? "论文自身的设定拒绝拟合"}）`,
    },
  };
}

function refusedNote(curves: readonly Curve[]): Bilingual {
  const [all, refused] = [curves.reduce((sum, { universes }) => sum + universes.length, 0), curves.reduce((sum, { counted }) => sum + counted.refused, 0)];
  return { en: `${all} universes in all, ${refused} of them refused`, zh: `共${all}个设定，其中${refused}个拒绝拟合` };
}
