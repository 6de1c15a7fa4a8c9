/**
 * A notebook in memory, nbformat 4.5: as in the file, but every text is one string (the file holds lists of lines).
 *
 * Source: the Jupyter project's format, nbformat.v4.5.schema.json beside this file.
 */
export interface Notebook {
  nbformat: 4;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: Cell[];
}

export type Cell = TextCell | CodeCell;

interface CellBase {
  id: string;
  source: string;
  metadata: Record<string, unknown>;
}

export interface TextCell extends CellBase {
  cell_type: "markdown" | "raw";
  attachments?: Record<string, MimeBundle>;
}

export interface CodeCell extends CellBase {
  cell_type: "code";
  /** 1 for the first cell that was run, null for one that was not. */
  execution_count: number | null;
  outputs: Output[];
}

export type Output = StreamOutput | DisplayOutput | ErrorOutput;

export interface StreamOutput {
  output_type: "stream";
  name: string;
  text: string;
}

export interface DisplayOutput {
  output_type: "display_data" | "execute_result";
  data: MimeBundle;
  metadata: Record<string, unknown>;
  /** Only where `output_type` is `execute_result`, which tslab never sends. */
  execution_count?: number | null;
}

export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

/** One thing shown, in several formats: MIME type → text, base64, or (JSON types) any JSON value. */
export type MimeBundle = Record<string, unknown>;

export const isCode = (cell: Cell): cell is CodeCell => cell.cell_type === "code";

/** JSON types are stored as values, and stay as they are where other texts are split into lines. */
export const isJsonMime = (mime: string): boolean => /^application\/(.*\+)?json$/.test(mime);

export const tagsOf = (cell: Cell): readonly string[] =>
  Array.isArray(cell.metadata.tags) ? cell.metadata.tags.filter((tag) => typeof tag === "string") : [];
