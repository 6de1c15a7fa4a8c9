import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { PROVENANCE } from "../display/vocabulary";
import type { PublishedTable } from "../published/publishedTable";
import { contextFigures } from "../sfrc/contextFigures";
import { proposals } from "../sfrc/proposals";
import type { Proposal } from "../study/proposal";
import { printedDifferences } from "./regionDifferences";
import { fromPrint } from "../provenance";

/** Each piece of the paper's advice, the printed estimates it leans on, the difference it presupposes, and a remark. */
export const proposalsTable = (published: PublishedTable): Table =>
  plainTable({
    id: "proposals", ...fromPrint(), provenance: PROVENANCE.fromPrint,
    title: { en: "What the paper advises, and what it leans on", zh: "论文的建议及其依据" },
    stub: { en: "advice", zh: "建议" },
    columns: [{ en: "leans on", zh: "依据" }, { en: "needs a difference", zh: "所需的差异" }, { en: "remark", zh: "说明" }],
    rows: proposals.map((proposal) => [
      { en: `${proposal.id} ${proposal.says.en}`, zh: `${proposal.id} ${proposal.says.zh}` },
      estimates(proposal, published),
      difference(proposal, published),
      proposal.remark,
    ]),
  });

function estimates({ leansOn }: Proposal, { models }: PublishedTable) {
  if (leansOn.length === 0) return { en: "no table bears on it", zh: "表中无依据" };
  const texts = leansOn.map(({ model, term }) => {
    const row = models[model].rows.find((printed) => printed.term === term)!;
    return { en: `${model} ${row.en ?? term} ${row.coef}${row.stars}`, zh: `${model} ${row.label ?? term} ${row.coef}${row.stars}` };
  });
  return { en: texts.map(({ en }) => en).join("; "), zh: texts.map(({ zh }) => zh).join("；") };
}

function difference({ presupposesDifference }: Proposal, published: PublishedTable) {
  if (!presupposesDifference) return "–";
  const { models: [a, b], terms } = presupposesDifference;
  return printedDifferences(published, a, b).filter(({ term }) => terms.includes(term))
    .map(({ z, p }) => `z = ${z.toFixed(2)}, p = ${p.toFixed(3)}`).join("; ");
}

/** Figures of the text that no table bears on. */
export const contextFiguresTable = (): Table =>
  plainTable({
    id: "context-figures", ...fromPrint(),
    title: { en: "Figures that no table bears on", zh: "表外数字" },
    stub: { en: "figure", zh: "数字" },
    columns: [{ en: "of what", zh: "所指" }, { en: "source", zh: "来源" }, { en: "paper", zh: "论文章节" }],
    rows: contextFigures.map(({ figure, of, source, section }) => [figure, of, source, `§${section}`]),
  });
