import { regressionTable } from "../display/tables/regressionTable";
import type { Table } from "../display/table";
import { compareModels } from "../study/compareModels";
import { match } from "../study/comparison";
import { runStudy, type StudyResult } from "../study/runStudy";
import type { OwnStudy } from "./codedSurvey";
import { agreementLine } from "./agreementLine";
import { flowText } from "./flowText";
import { hypothesesTable } from "./hypothesesTable";
import { studyJson } from "./reproduceJson";
import { tellRefused } from "./tellRefused";
import { terminalTable } from "./terminal";

/** `sojourn reproduce --study FOLDER`: its sample, its models a table a family, beside its published table where it has one, its verdicts. */
export function reproduceOwn({ own, coded }: OwnStudy, json = false): number {
  const result = runStudy(own.study, coded);
  const agreement = own.published && match(compareModels(own.published, result, "nagelkerke"));
  if (json) console.log(JSON.stringify({ ...studyJson(result), flow: coded.flow, match: agreement ?? null }, null, 2));
  else {
    console.log([
      flowText(coded.flow),
      ...tables(own, result).map((table) => terminalTable(table)),
      ...(agreement ? [agreementLine(agreement)] : []),
    ].join("\n\n"));
  }
  return tellRefused(result);
}

function tables({ study, published }: OwnStudy["own"], result: StudyResult): Table[] {
  const families = [
    { family: "binomial", id: "binary-models", kind: { en: "binary logits", zh: "二元 logit" } },
    { family: "ordered", id: "ordered-models", kind: { en: "ordered logits", zh: "有序 logit" } },
  ] as const;
  return [
    ...families.flatMap(({ family, id, kind }) => {
      const models = study.models.filter((model) => model.family === family && (!published || published.models[model.id])).map((model) => model.id);
      const title = { en: `${study.title.en}: ${kind.en}`, zh: `${study.title.zh}：${kind.zh}` };
      return models.length === 0 ? [] : [regressionTable({ id, title, result, models, published })];
    }),
    ...(study.hypotheses.length === 0 ? [] : [hypothesesTable(result, published)]),
  ];
}
