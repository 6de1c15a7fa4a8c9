import { checkFigure, type Figure } from "./figure";
import { tableHtml } from "./render/tableHtml";
import { tableLatex } from "./render/tableLatex";
import { tableText } from "./render/tableText";
import { figurePng } from "./stills/figurePng";
import type { Table } from "./table";

export const PLOTLY_MIME = "application/vnd.plotly.v1+json";
export const TABLE_MIME = "application/vnd.sojourn.table+json";

/** One Jupyter output in several forms: whoever shows it takes the richest it knows. */
export interface MimeBundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * A figure as Plotly's JSON (an object), a still of it, and its words. No SVG and no HTML: viewers of untrusted notebooks hide
 * or strip these even where a PNG stands beside them.
 */
export async function figureBundle(figure: Figure): Promise<MimeBundle> {
  checkFigure(figure);
  const { bytes, width, height } = await figurePng(figure);
  return {
    data: {
      [PLOTLY_MIME]: { data: figure.data, layout: figure.layout },
      "image/png": bytes.toString("base64"),
      "text/plain": figureText(figure),
    },
    metadata: { "image/png": { width, height } },
  };
}

/** A table as its own JSON, HTML that needs no style sheet, LaTeX, and aligned text. */
export const tableBundle = (table: Table): MimeBundle => ({
  data: {
    [TABLE_MIME]: table,
    "text/html": tableHtml(table),
    "text/latex": tableLatex(table),
    "text/plain": tableText(table),
  },
  metadata: {},
});

/** A figure in words, English then Chinese. */
export const figureText = ({ words }: Figure): string => `${words.en}\n\n${words.zh}`;
