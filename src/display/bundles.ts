import { checkFigure, type Figure } from "./figure";
import { tableHtml } from "./render/tableHtml";
import { tableLatex } from "./render/tableLatex";
import { tableText } from "./render/tableText";
import { figurePng } from "./stills/figurePng";
import type { Provenance } from "../provenance";
import { PLOTLY_MIME, TABLE_MIME } from "./mimeTypes";
import type { Table } from "./table";

export { PLOTLY_MIME, TABLE_MIME };

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
    metadata: { "image/png": { width, height }, ...provenanceIn(figure) },
  };
}

/** A table as its own JSON, HTML that needs no style sheet, LaTeX, and aligned text. */
export function tableBundle(table: Table): MimeBundle {
  const { madeFrom: _, ...plain } = table;
  return {
    data: {
      [TABLE_MIME]: plain,
      "text/html": tableHtml(table),
      "text/latex": tableLatex(table),
      "text/plain": tableText(table),
    },
    metadata: { ...provenanceIn(table) },
  };
}

/** Where an output's metadata say what it was made from; without it, that is unknown. */
export const PROVENANCE_KEY = "sojourn";

const provenanceIn = ({ madeFrom }: Table | Figure): Record<string, Provenance> => (madeFrom ? { [PROVENANCE_KEY]: madeFrom } : {});

/** A figure in words, English then Chinese. */
export const figureText = ({ words }: Figure): string => `${words.en}\n\n${words.zh}`;
