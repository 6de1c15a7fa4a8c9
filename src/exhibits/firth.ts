import type { Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { plainTable } from "../display/tables/plainTable";
import { fitFirth } from "../models/firth/fitFirth";
import { binaryFitOf, coefficientOf, sampleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";

/** One coefficient by maximum likelihood and by Firth's penalised likelihood, which leans less outward where cells are small. */
export const firthTable = (result: StudyResult, term: string, models: readonly string[]): Table =>
  plainTable({
    id: `firth-${term}`, ...originOf(result),
    title: { en: "Maximum likelihood beside Firth's penalised likelihood", zh: "最大似然与 Firth 惩罚似然" },
    stub: { en: "model", zh: "模型" },
    columns: [{ en: "maximum likelihood [95%]", zh: "最大似然 [95%]" }, { en: "Firth [95%]", zh: "Firth [95%]" }],
    rows: models.map((model) => {
      binaryFitOf(result, model);
      const ours = coefficientOf(result, model, term);
      const { X, y, terms } = sampleOf(result, model);
      const penalised = fitFirth(X, y, terms).coefficients.find((c) => c.term === term)!;
      return [
        result.study.models.find(({ id }) => id === model)?.title ?? model,
        ...[ours, penalised].map(({ estimate, lower, upper }) => ({ number: estimate, format: { decimals: 3 }, interval: [lower, upper] as const })),
      ];
    }),
    notes: [{
      en: `${asText(labelOf(term, result)).en}. Maximum likelihood: Wald interval; Firth: interval of the profile penalised likelihood.`,
      zh: `${asText(labelOf(term, result)).zh}。最大似然为 Wald 区间；Firth 为惩罚剖面似然区间。`,
    }],
  });

const asText = (label: ReturnType<typeof labelOf>) => (typeof label === "string" ? { en: label, zh: label } : label);
