import type { Bilingual } from "../../bilingual";
import type { Provenance } from "../../provenance";
import type { Figure, JsonObject } from "../figure";
import { LABEL } from "../labels";
import { wholePercent } from "../wholePercent";
import { asBilingual, type Words } from "../words";
import { framed } from "./frame";
import { wordsLine } from "./numberWords";
import { steps } from "./palette";
import { plotLabel, plotLine } from "./plotText";

export interface ShareCell {
  /** 0 to 1. */
  readonly share: number;
  /** Beneath the share. */
  readonly beneath: string;
  /** What is said of it in words, after the share. */
  readonly words: Words;
}

export interface ShareGridInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly rows: readonly Words[];
  readonly columns: readonly Words[];
  /** By row, then column; undefined where there is nothing to tell. */
  readonly cells: readonly (readonly (ShareCell | undefined)[])[];
  readonly notes: readonly Bilingual[];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const [LABEL_WIDTH, CELL_WIDTH, CELL_HEIGHT] = [230, 170, 46];
/** 0, to a third, to two thirds, more: none so near the middle that a number on it were hard to read. */
const SHADES = [0, 2, 5, 7].map((step) => steps(8)[step]);
/** On light cells; a blue that no dark theme takes for its ink, since the cells keep their colours there. */
const DARK_TEXT = "#14406a";

/** A grid of shares, the darker the larger, each with its number: read in grey and without colour too. */
export function shareGrid({ id, title, rows, columns, cells, notes, synthetic, madeFrom }: ShareGridInput): Figure {
  const labels = rows.map((row) => plotLabel(row, LABEL_WIDTH));
  const heads = columns.map((column) => plotLabel(column, CELL_WIDTH - 8));
  const left = Math.round(24 + Math.max(...labels.map(({ width }) => width)));
  const told = cells.flatMap((row, y) => row.flatMap((cell, x) => (cell ? [{ cell, x, y, step: Math.ceil(cell.share * (SHADES.length - 1)) }] : [])));
  return framed({
    id, title, synthetic, madeFrom,
    lines: [...notes, ...rows.map((row, y) => wordsLine(row, columns.map((column, x) => saidOf(column, cells[y][x]))))],
    data: [
      ...SHADES.map(({ colour }, step) => squares(colour, told.filter((one) => one.step === step))),
      {
        type: "scatter", mode: "text", name: "", showlegend: false, x: told.map(({ x }) => x), y: told.map(({ y }) => y),
        text: told.map(({ cell }) => `${plotLine(wholePercent(cell.share))}<br>${plotLine(cell.beneath)}`), textfont: { size: 13, color: told.map(({ step }) => (SHADES[step].isDark ? "#ffffff" : DARK_TEXT)) },
        hoverinfo: "text", hovertext: told.map(({ cell, x, y }) => `${plotLine(rows[y])}<br>${plotLine(columns[x])}<br>${plotLine(wholePercent(cell.share))} ${plotLine(cell.words)}`),
      },
    ],
    layout: {
      xaxis: { range: [-0.5, columns.length - 0.5], tickvals: columns.map((_, x) => x), ticktext: heads.map(({ text }) => text), side: "top", showgrid: false, zeroline: false, ticks: "", fixedrange: true },
      yaxis: { range: [rows.length - 0.5, -0.5], tickvals: rows.map((_, y) => y), ticktext: labels.map(({ text }) => text), showgrid: false, zeroline: false, ticks: "", fixedrange: true },
      hoverdistance: 80,
    },
    width: left + columns.length * CELL_WIDTH + 16, plotHeight: Math.max(...labels.map(({ height }) => height + 10), CELL_HEIGHT) * rows.length,
    room: { left, right: 16, above: Math.max(...heads.map(({ height }) => height)) + 12, below: 8 },
  });
}

function saidOf(column: Words, cell: ShareCell | undefined): Bilingual {
  const [head, words] = [asBilingual(column), asBilingual(cell?.words ?? LABEL.none)];
  const share = cell ? `${wholePercent(cell.share)} ` : "";
  return { en: `${head.en} ${share}${words.en}`, zh: `${head.zh} ${share}${words.zh}` };
}

/** Cells of one colour, as outlines that are filled: pictures on paper are drawn without the canvas that a heatmap needs. */
function squares(colour: string, cells: readonly { readonly x: number; readonly y: number }[]): JsonObject {
  const [dx, dy] = [0.48, 0.46];
  return {
    type: "scatter", mode: "lines", showlegend: false, hoverinfo: "skip", fill: "toself", fillcolor: colour, line: { width: 0, color: colour },
    x: cells.flatMap(({ x }) => [x - dx, x + dx, x + dx, x - dx, x - dx, null]), y: cells.flatMap(({ y }) => [y - dy, y - dy, y + dy, y + dy, y - dy, null]),
  };
}
