import type { Bilingual } from "../../bilingual";
import type { Provenance } from "../../provenance";
import type { Figure, JsonObject } from "../figure";
import { textWidth } from "../stills/textWidth";
import { asLine, type Words } from "../words";
import { type CurveColumn, curveColumns, columnOf, type CurvePoint } from "./curveColumns";
import { curveGrid, GRID_ROW } from "./curveGrid";
import { framed } from "./frame";
import { intervalText } from "./numberWords";
import { COLOURS, INK, RULE } from "./palette";
import { plotLine, TEXT_SIZE } from "./plotText";

export type { CurvePoint };

export interface SpecificationCurveInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly points: readonly CurvePoint[];
  /** One for each option. */
  readonly rows: readonly Words[];
  /** How many there are, and what is not in the curve. */
  readonly caption: Bilingual;
  /** By what universes are sorted before their estimate. */
  readonly sortedBy?: { readonly name: Bilingual; readonly key: (point: CurvePoint) => number } | undefined;
  /** What the null band says, where points have one. */
  readonly band?: Bilingual | undefined;
  /** What all records of points share, for whoever makes their tables. */
  readonly meta?: JsonObject | undefined;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const [WIDTH, CURVE, GAP] = [760, 260, 14];
/** Seen through, so that the line at 0 stays. */
const BAND = "rgba(110,110,110,0.18)";

/**
 * A specification curve: universes from the smallest estimate to the largest (or by something else first) with their 95%
 * intervals, the paper's own marked, and beneath them a row for each option, dark where it is chosen. Beyond 300 universes a
 * column stands for several neighbours: their median, the medians of their limits, and in the grid the share that has the option.
 */
export function specificationCurve({ id, title, points, rows, caption, sortedBy, band, meta, synthetic, madeFrom }: SpecificationCurveInput): Figure {
  const sorted = [...points].sort((a, b) => (sortedBy ? sortedBy.key(a) - sortedBy.key(b) : 0) || a.estimate - b.estimate);
  const columns = curveColumns(sorted, rows.length);
  const own = sorted.findIndex(({ paper }) => paper);
  const height = CURVE + GAP + rows.length * GRID_ROW;
  const order: Bilingual = sortedBy
    ? { en: `universes by ${sortedBy.name.en}, then from the smallest estimate to the largest`, zh: `各设定按${sortedBy.name.zh}、再由小到大排列` }
    : { en: "universes, from the smallest estimate to the largest", zh: "各设定，由小到大排列" };
  const left = 20 + Math.max(0, ...rows.map((row) => textWidth(asLine(row), TEXT_SIZE)));
  const hasBand = band !== undefined && columns.some((column) => column.band !== undefined);
  const shared = meta ? { meta } : {};
  return framed({
    id, title, synthetic, madeFrom,
    lines: [
      caption, ...(hasBand ? [band] : []), ...(sortedBy ? [order] : []),
      ...(own < 0 ? [] : [{ en: `the paper's own: ${intervalText(sorted[own], 3)}, ${own + 1} of ${sorted.length} from the ${sortedBy ? "left" : "smallest"}`, zh: `论文自身：${intervalText(sorted[own], 3)}，${sortedBy ? "自左起" : "由小到大"}第${own + 1}个，共${sorted.length}个` }]),
    ],
    data: [
      ...(hasBand ? bandTraces(columns) : []), // first, so that everything stands on it
      ...SERIES.map((series) => ({ ...markers(series, columns, sorted.length), ...shared })),
      ...(own < 0 ? [] : [{
        type: "scatter", mode: "markers", name: plotLine(PAPER), x: [columnOf(own, sorted.length)], y: [sorted[own].estimate], marker: { color: COLOURS[1], symbol: "diamond", size: 12, line: { color: INK, width: 1 } },
        hoverinfo: "text", hovertext: [`${plotLine(PAPER)}<br>${sorted[own].hover()}`], ...recordsOf([sorted[own].record?.()]), ...shared,
      }]),
      ...curveGrid(columns, rows.length),
    ],
    layout: {
      xaxis: { range: [-1, Math.max(1, columns.length)], showgrid: false, zeroline: false, showticklabels: false, anchor: "y2", title: { text: plotLine(order), standoff: 6, font: { size: TEXT_SIZE } } },
      yaxis: { domain: [1 - CURVE / height, 1], zeroline: true, zerolinecolor: INK, gridcolor: "#eeeeee" },
      yaxis2: { domain: [0, (rows.length * GRID_ROW) / height], range: [rows.length - 0.5, -0.5], tickvals: rows.map((_, row) => row), ticktext: rows.map(plotLine), showgrid: false, zeroline: false },
      hoverlabel: { align: "left" },
    },
    width: Math.round(WIDTH + left), plotHeight: height, room: { left, right: 16, above: 8, below: 30 },
    yTitle: { en: "coefficient (log-odds, or its link's scale) with 95% interval", zh: "系数（对数优势，或所用联系函数的尺度）及95%区间" },
    legend: [...SERIES.map(({ name }) => name), ...(own < 0 ? [] : [PAPER]), ...(hasBand ? [NULL_BAND] : [])],
  });
}

const PAPER: Bilingual = { en: "the paper's own", zh: "论文自身" };
const NULL_BAND: Bilingual = { en: "null band", zh: "零假设带" };

interface Series {
  readonly name: Bilingual;
  readonly starred: boolean;
  readonly colour: string;
  readonly symbol: string;
}

const SERIES: readonly Series[] = [
  { name: { en: "starred", zh: "显著" }, starred: true, colour: COLOURS[0], symbol: "circle" },
  { name: { en: "not starred", zh: "不显著" }, starred: false, colour: RULE, symbol: "circle-open" },
];

function markers({ name, starred, colour, symbol }: Series, columns: readonly CurveColumn[], of: number): JsonObject {
  const mine = columns.flatMap((column, x) => (column.starred === starred ? [{ column, x }] : []));
  return {
    type: "scatter", mode: "markers", name: plotLine(name), x: mine.map(({ x }) => x), y: mine.map(({ column }) => column.estimate),
    error_y: {
      type: "data", symmetric: false, thickness: 1, width: 0, color: colour,
      array: mine.map(({ column }) => column.upper - column.estimate), arrayminus: mine.map(({ column }) => column.estimate - column.lower),
    },
    marker: { color: colour, symbol, size: 5 }, hoverinfo: "text", hovertext: mine.map(({ column }) => hoverOf(column, of)),
    ...recordsOf(mine.map(({ column }) => column.middle.record && { ...column.middle.record(), ...(column.count > 1 && { among: amongOf(column, of) }) })),
  };
}

const recordsOf = (records: readonly (JsonObject | undefined)[]): { customdata?: JsonObject[] } => (records.every(Boolean) ? { customdata: records as JsonObject[] } : {});

/** The neighbours for which a universe stands. */
const amongOf = ({ from, count, least, most, shareStarred }: CurveColumn, of: number) => ({ from: from + 1, to: from + count, of, least, most, shareStarred });

/** Of several universes in a column: which they are, and the one in the middle. */
function hoverOf(column: CurveColumn, of: number): string {
  if (column.count === 1) return column.middle.hover();
  const { from, to, least, most, shareStarred } = amongOf(column, of);
  const [range, starred] = [`${least.toFixed(3)} – ${most.toFixed(3)}`, `${Math.round(100 * shareStarred)}%`];
  return [plotLine({ en: `universes ${from}–${to} of ${of}: ${range}, ${starred} starred; the middle one:`, zh: `第${from}–${to}个，共${of}个：${range}，${starred}显著；居中者：` }), column.middle.hover()].join("<br>");
}

/** Within it the largest |z| of all universes stays in 95% of draws without effect. */
function bandTraces(columns: readonly CurveColumn[]): JsonObject[] {
  const edge = columns.flatMap(({ band }, x) => (band === undefined ? [] : [[x - 0.5, band], [x + 0.5, band]]));
  const outline = [...edge, ...edge.map(([x, y]) => [x, -y]).reverse()];
  return [
    { type: "scatter", mode: "lines", showlegend: false, hoverinfo: "skip", x: outline.map(([x]) => x), y: outline.map(([, y]) => y), fill: "toself", fillcolor: BAND, line: { color: RULE, width: 1, dash: "dot" } },
    { type: "scatter", mode: "markers", name: plotLine(NULL_BAND), hoverinfo: "skip", x: [null], y: [null], marker: { symbol: "square", size: 11, color: BAND, line: { color: RULE, width: 1 } } },
  ];
}
