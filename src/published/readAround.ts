import { dictionary } from "./dictionary";
import type { JsonSpot } from "./jsonSpot";
import type { Margin, MeasurementNote, Scale } from "./publishedTable";

/** What stands around a table's models: how its terms are spread, the scales behind its means, notes on measurement. */
export const readMargins = (spot: JsonSpot): Record<string, Margin> =>
  dictionary(spot.entries((term) => `margin of ${term}`).map(([term, margin]) => [term, readMargin(margin)]));

function readMargin(spot: JsonSpot): Margin {
  const { share, mean, sd, power, lower, upper, assumed } = spot.record([], ["share", "mean", "sd", "power", "lower", "upper", "assumed"]);
  const supposed = assumed?.value === true ? { assumed: true } : {};
  if (share) {
    const q = numberOf(share);
    return q >= 0 && q <= 1 ? { share: q, ...supposed } : share.refuse(String(q), "a share, 0 to 1");
  }
  if (!mean || !sd) return spot.refuse("neither a share nor a mean with its sd", '{"share": 0.5} or {"mean": 35.4, "sd": 10}');
  const numbers = { power, lower, upper };
  return {
    mean: numberOf(mean),
    sd: numberOf(sd),
    ...Object.fromEntries(Object.entries(numbers).flatMap(([name, part]) => (part ? [[name, numberOf(part)]] : []))),
    ...supposed,
  };
}

export const readScales = (spot: JsonSpot): Record<string, Scale> =>
  dictionary(spot.entries((variable) => `scale of ${variable}`).map(([variable, scale]) => {
    const { mean, sd, n, step, lower, upper } = scale.record([], ["mean", "sd", "n", "step", "lower", "upper"]);
    return [variable, {
      ...(mean && { mean: mean.printed() }),
      ...(sd && { sd: sd.printed() }),
      ...(n && { n: n.count() }),
      ...(step && { step: numberOf(step) }),
      ...(lower && { lower: numberOf(lower) }),
      ...(upper && { upper: numberOf(upper) }),
    }];
  }));

export function readMeasurementNote(spot: JsonSpot): MeasurementNote {
  const { id, model, term, section, en, zh } = spot.record(["id", "en", "zh"], ["model", "term", "section"]);
  return {
    id: id.text(),
    ...(model && { model: model.text() }),
    ...(term && { term: term.text() }),
    ...(section && { section: section.text() }),
    en: en.text(),
    zh: zh.text(),
  };
}

function numberOf(spot: JsonSpot): number {
  const value = typeof spot.value === "string" ? Number(spot.value) : spot.value;
  return typeof value === "number" && Number.isFinite(value) ? value : spot.refuse(JSON.stringify(spot.value), "a number");
}
