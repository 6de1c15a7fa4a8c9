import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { ENOUGH_EVENTS, eventsPerVariable } from "../models/diagnostics/eventsPerVariable";
import { binaryFitOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";
import { outcomeOf, outcomeWords } from "./outcomeWords";

/** How many of the rarer answer each model has for every slope, with a warning where they are few. */
export function eventsPerVariableTable(result: StudyResult, models: readonly string[]): Table {
  const fits = models.map((model) => ({ model, fit: binaryFitOf(result, model) }));
  const words = outcomeWords(...models.map((model) => outcomeOf(result, model)));
  return plainTable({
    id: "events-per-variable", ...originOf(result),
    title: { en: "Events per variable", zh: "每变量事件数" },
    stub: { en: "model", zh: "模型" },
    columns: [words.yes, words.not, { en: "slopes", zh: "自变量个数" }, { en: "rarer per slope", zh: "较少者/自变量" }, { en: "enough?", zh: "够吗？" }],
    rows: fits.map(({ model, fit }) => {
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
    notes: [{ en: `Fewer than ${ENOUGH_EVENTS} is an old rule of thumb, no law: trouble was found below about 5, and how much depends on effects and cells (Vittinghoff and McCulloch 2007; van Smeden et al. 2016).`, zh: `不足 ${ENOUGH_EVENTS} 只是旧的经验规则，并非定律：模拟中约在 5 以下才有明显问题，且取决于效应大小与单元格人数（Vittinghoff 与 McCulloch 2007；van Smeden 等 2016）。` }],
  });
}
