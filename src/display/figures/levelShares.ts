import type { Bilingual } from "../../bilingual";
import type { Figure, JsonObject } from "../figure";
import { asBilingual, inLanguage, type Words } from "../words";
import { framed } from "./frame";
import { wordsLine } from "./numberWords";
import { INK, RULE, steps } from "./palette";
import { plotLabel, plotLine, TEXT_SIZE } from "./plotText";
import type { Provenance } from "../../provenance";

export interface LevelSharesInput {
  readonly id: string;
  readonly title: Bilingual;
  /** From low to high. */
  readonly levels: readonly Words[];
  /** Bars, from left to right: values of a variable, or groups; `shares` add up to 1. */
  readonly bars: readonly { readonly name: Words; readonly shares: readonly number[] }[];
  /** What the bars are. */
  readonly x: Bilingual;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const WIDTH = 760;
const LEFT = 64;
/** A segment thinner than this has no room for its number, which then stands beside the bar. */
const THINNEST_LABELLED = 0.045;
const BAR = 0.78;
/** Of a number beside a bar: its width in pixels, and its height as a share. */
const BESIDE = { width: 26, height: 0.04 };

/**
 * How the probability of an ordered outcome is spread over its levels: stacked bars, the lowest level at the bottom, lighter to
 * darker, each segment with its number.
 *
 * @throws {RangeError} shares that do not add up to 1, or are not as many as the levels
 */
export function levelShares({ id, title, levels, bars, x, synthetic, madeFrom }: LevelSharesInput): Figure {
  for (const bar of bars) refuseBadShares(id, levels, bar);
  const shades = steps(levels.length);
  const labels = bars.map(({ name }) => plotLabel(name, (WIDTH - LEFT - 24) / bars.length - 8));
  return framed({
    id, title, synthetic, madeFrom,
    lines: [x, ...bars.map(({ name, shares }) => wordsLine(name, levels.map((level, l) => {
      const { en, zh } = asBilingual(level);
      return { en: `${en} ${percent(shares[l])}`, zh: `${zh} ${percent(shares[l])}` };
    })))],
    data: levels.map((level, l): JsonObject => ({
      type: "bar", name: plotLine(level), x: bars.map((_, b) => b), y: bars.map(({ shares }) => shares[l]), width: bars.map(() => BAR),
      text: bars.map(({ shares }) => (shares[l] < THINNEST_LABELLED ? "" : percent(shares[l]))),
      textposition: "inside", insidetextanchor: "middle", textangle: 0, constraintext: "none",
      textfont: { size: 12, color: shades[l].isDark ? "#ffffff" : INK },
      marker: { color: shades[l].colour, line: { color: "#ffffff", width: 1.5 } },
      hoverinfo: "text", hovertext: bars.map(({ name, shares }) => `${plotLine(name)}<br>${plotLine(level)}: ${percent(shares[l], 1)}`),
    })),
    layout: {
      barmode: "stack",
      annotations: ((WIDTH - LEFT - 24) / bars.length) * (1 - BAR) < BESIDE.width ? [] : bars.flatMap(besides), // else there is room in the words alone
      xaxis: { title: { text: plotLine(x), standoff: 10, font: { size: TEXT_SIZE } }, tickvals: bars.map((_, b) => b), ticktext: labels.map(({ text }) => text), tickangle: 0, range: [-0.5, bars.length - 0.5], showgrid: false, zeroline: false },
      yaxis: { range: [0, 1], tickformat: ".0%", showgrid: false, zeroline: false, showline: true, linecolor: RULE, automargin: true },
    },
    width: WIDTH,
    plotHeight: 340,
    room: { left: LEFT, right: 24, above: 8, below: 34 + Math.max(...labels.map(({ height }) => height)) },
    legend: levels,
  });
}

/** The numbers of thin segments, right of the bar at their height; of two too near each other the upper one is moved up. */
function besides({ shares }: LevelSharesInput["bars"][number], bar: number): JsonObject[] {
  let lowest = 0;
  return shares.flatMap((share, l): JsonObject[] => {
    if (share >= THINNEST_LABELLED || percent(share) === "0%") return [];
    const y = Math.max(lowest, shares.slice(0, l).reduce((sum, below) => sum + below, 0) + share / 2);
    lowest = y + BESIDE.height;
    return [{ text: percent(share), x: bar + BAR / 2, xref: "x", xanchor: "left", y, yref: "y", yanchor: "middle", showarrow: false, font: { size: 11 } }];
  });
}

const percent = (share: number, decimals = 0): string => `${(100 * share).toFixed(decimals)}%`;

function refuseBadShares(id: string, levels: readonly Words[], { name, shares }: LevelSharesInput["bars"][number]): void {
  const where = `figure ${id}, bar ${inLanguage(name, "en")}`;
  if (shares.length !== levels.length) throw new RangeError(`${where}: ${shares.length} shares (expected ${levels.length}, one for each level)`);
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) < 1e-6) || shares.some((share) => share < 0)) throw new RangeError(`${where}: shares add up to ${total} (expected 1, none below 0)`);
}
