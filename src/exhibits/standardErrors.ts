import type { Cell, Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { plainTable } from "../display/tables/plainTable";
import { asBilingual } from "../display/words";
import { withExpectedInformation } from "../models/covariance/expected";
import { withClusteredCovariance, withRobustCovariance } from "../models/covariance/robust";
import type { Fit } from "../models/fit";
import { RefusedModel } from "../models/refusedModel";
import type { PublishedTable } from "../published/publishedTable";
import { refuseOtherScale } from "../study/refuseOtherScale";
import { coefficientIn, coefficientOf, fitOf, peopleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";

/** One term's standard error as printed, and as four kinds of inference give it: which of them could the print be? */
export function standardErrorsTable(result: StudyResult, published: PublishedTable, term: string, models: readonly string[]): Table {
  const label = asBilingual(labelOf(term, result, published));
  return plainTable({
    id: `standard-errors-${term}`, ...originOf(result),
    title: { en: `${label.en}: one standard error, four kinds`, zh: `${label.zh}：四种标准误` },
    stub: { en: "model", zh: "模型" },
    columns: [
      { en: "as printed", zh: "原文报告" }, { en: "observed information", zh: "观测信息" }, { en: "expected information", zh: "期望信息" },
      { en: "robust (HC0)", zh: "稳健（HC0）" }, { en: "clustered by city", zh: "按城市聚类" },
    ],
    rows: models.map((model) => {
      const fit = fitOf(result, model);
      coefficientOf(result, model, term);
      if (published.models[model]) refuseOtherScale(model, published.models[model]);
      const { X, y, people } = peopleOf(result, model);
      const cities = people.map(({ city }) => city);
      const kinds = [
        () => fit,
        () => withExpectedInformation(fit, { X, y }),
        () => withRobustCovariance(fit, { X, y }, "HC0"),
      ];
      return [
        result.study.models.find(({ id }) => id === model)?.title ?? model,
        published.models[model]?.rows.find((row) => row.term === term)?.se ?? "–",
        ...kinds.map((kind) => cellOf(kind, term)),
        cities.includes(undefined) ? { text: { en: "somebody has no city", zh: "有人没有城市" } } : cellOf(() => withClusteredCovariance(fit, { X, y }, cities.map(String)), term),
      ];
    }),
    notes: [{ en: "Ordered-logit commands report the observed information. Four cities are few clusters: such standard errors come out too small.", zh: "常用的有序 logit 命令报告观测信息下的标准误。只有四个城市，聚类数太少，所得标准误偏小。" }],
  });
}

function cellOf(kind: () => Fit, term: string): Cell {
  try {
    return { number: coefficientIn(kind(), term).standardError, format: { decimals: 3 } };
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    return { text: { en: "one city only", zh: "仅一个城市" } };
  }
}
