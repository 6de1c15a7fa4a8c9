import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { ENOUGH_EVENTS, eventsPerVariable } from "../models/diagnostics/eventsPerVariable";
import { fitOf, type StudyResult } from "../study/runStudy";

/** How many of the rarer answer each model has for every slope, with a warning where they are few. */
export const eventsPerVariableTable = (result: StudyResult, models: readonly string[]): Table =>
  plainTable({
    id: "events-per-variable", synthetic: result.synthetic,
    title: { en: "Events per variable", zh: "每变量事件数" },
    stub: { en: "model", zh: "模型" },
    columns: [{ en: "wish to stay", zh: "愿意居留" }, { en: "do not", zh: "不愿" }, { en: "slopes", zh: "斜率数" }, { en: "rarer per slope", zh: "较少者/斜率" }, { en: "enough?", zh: "够吗？" }],
    rows: models.map((model) => {
      const fit = fitOf(result, model);
      const { n, events, coefficients } = fit;
      const slopes = coefficients.length - 1;
      const perSlope = eventsPerVariable(fit)!;
      return [
        result.study.models.find(({ id }) => id === model)?.title ?? model,
        ...[events!, n - events!, slopes].map((number) => ({ number, format: { decimals: 0 } })),
        { number: perSlope, format: { decimals: 1 } },
        perSlope < ENOUGH_EVENTS ? { en: `few: under ${ENOUGH_EVENTS}`, zh: `偏少：不足 ${ENOUGH_EVENTS}` } : { en: "yes", zh: "够" },
      ];
    }),
    notes: [{ en: "With few, estimates lean outward and intervals are too short.", zh: "过少时估计值向外偏（绝对值偏大），区间偏窄。" }],
  });
