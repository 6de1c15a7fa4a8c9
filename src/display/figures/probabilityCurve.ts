import type { Bilingual } from "../../bilingual";
import { LABEL } from "../labels";
import type { Figure, JsonObject } from "../figure";
import { asBilingual, inLanguage, type Words } from "../words";
import { framed } from "./frame";
import { decimalsWithin, percentText } from "./numberWords";
import { COLOURS, DASHES, FAINT, nth, RULE } from "./palette";
import { plotLine, TEXT_SIZE } from "./plotText";
import type { Provenance } from "../../provenance";
import { largest, smallest } from "../../extremes";

/** A predicted probability along a variable, with its interval. */
export interface Curve {
  readonly name: Words;
  readonly x: readonly number[];
  readonly estimate: readonly number[];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
}

export interface ProbabilityCurveInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly curves: readonly Curve[];
  /** The variable along the axis. */
  readonly x: Bilingual;
  readonly y?: Bilingual;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

/**
 * Predicted probabilities as curves with their bands; the vertical axis is the whole way from 0 to 100%.
 *
 * @throws {RangeError} a curve whose parts differ in length, or a value outside 0–1
 */
export function probabilityCurve({ id, title, curves, x, y = LABEL.probability, synthetic, madeFrom }: ProbabilityCurveInput): Figure {
  for (const curve of curves) refuseBadCurve(curve, id);
  const banded = curves.some(({ lower }) => lower);
  return framed({
    id, title, synthetic, madeFrom,
    lines: [
      { en: `${y.en} along ${x.en}${banded ? ", with 95% interval" : ""}`, zh: `${y.zh}随${x.zh}的变化${banded ? "，附95%区间" : ""}` },
      ...curves.map(curveWords),
    ],
    data: curves.flatMap((curve, place) => [...band(curve, place), line(curve, place)]),
    layout: {
      xaxis: { title: { text: plotLine(x), standoff: 8, font: { size: TEXT_SIZE } }, gridcolor: FAINT, zeroline: false, showline: true, linecolor: RULE },
      yaxis: { range: [0, 1], tickformat: ".0%", gridcolor: FAINT, zeroline: false, showline: true, linecolor: RULE, automargin: true },
    },
    width: 720,
    plotHeight: 340,
    yTitle: y,
    room: { left: 60, right: 24, above: 8, below: 56 },
    legend: curves.length > 1 ? curves.map(({ name }) => name) : [],
  });
}

const line = ({ name, x, estimate, lower, upper }: Curve, place: number): JsonObject => ({
  type: "scatter", mode: "lines", name: plotLine(name), legendgroup: String(place), x, y: estimate,
  line: { color: nth(COLOURS, place), width: 2.5, dash: nth(DASHES, place) },
  hoverinfo: "text",
  hovertext: x.map((at, i) => `${plotLine(name)}<br>${at}: ${percentText({ estimate: estimate[i], lower: lower?.[i], upper: upper?.[i] }, 1)}`),
});

/** Out along the lower end and back along the upper one: a closed shape, which every viewer fills alike. */
function band({ x, lower, upper }: Curve, place: number): JsonObject[] {
  if (!lower || !upper) return [];
  const colour = nth(COLOURS, place);
  return [{
    type: "scatter", mode: "lines", x: [...x, ...x.toReversed()], y: [...lower, ...upper.toReversed()], fill: "toself",
    fillcolor: `${colour}26`, line: { width: 0, color: colour }, hoverinfo: "skip", showlegend: false, legendgroup: String(place),
  }];
}

/** The curve's two ends and its middle. */
function curveWords({ name, x, estimate, lower, upper }: Curve): Bilingual {
  const places = [...new Set([0, Math.floor((x.length - 1) / 2), x.length - 1])];
  const decimals = decimalsWithin(largest(x) - smallest(x) || Math.abs(x[0]));
  const at = places.map((i) => ({ x: String(Number(x[i].toFixed(decimals))), share: percentText({ estimate: estimate[i], lower: lower?.[i], upper: upper?.[i] }) }));
  const { en, zh } = asBilingual(name);
  return {
    en: `${en}: ${at.map((point) => `${point.share} at ${point.x}`).join("; ")}`,
    zh: `${zh}：${at.map((point) => `${point.x} 处 ${point.share}`).join("；")}`,
  };
}

function refuseBadCurve({ name, x, estimate, lower = estimate, upper = estimate }: Curve, id: string): void {
  const where = `figure ${id}, curve ${inLanguage(name, "en")}`;
  if (x.length === 0) throw new RangeError(`${where}: no points`);
  for (const [part, numbers] of Object.entries({ estimate, lower, upper })) {
    if (numbers.length !== x.length) throw new RangeError(`${where}: ${numbers.length} values of ${part} for ${x.length} of x`);
    const wrong = numbers.find((number) => !(number >= 0 && number <= 1));
    if (wrong !== undefined) throw new RangeError(`${where}: ${part} ${wrong} (expected a probability, 0 to 1)`);
  }
}
