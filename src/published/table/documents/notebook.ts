import { BadInput } from "../../../badInput";

interface Output {
  readonly output_type?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

/** What the cells of a Jupyter notebook printed: a table as HTML where it was shown so, else as text. */
export function notebookTexts(json: string, name: string): string[] {
  let notebook: { cells?: readonly { cell_type?: string; source?: string | readonly string[]; outputs?: readonly Output[] }[] };
  try {
    notebook = JSON.parse(json) as typeof notebook;
  } catch {
    throw new BadInput({ file: name }, "this notebook is no JSON", "a whole .ipynb file", "Save it anew.");
  }
  const cells = Array.isArray(notebook?.cells) ? notebook.cells : [];
  return cells.flatMap((cell: { outputs?: unknown } | null) => ((Array.isArray(cell?.outputs) ? cell.outputs : []) as readonly Output[]).map(textOf).filter((text) => text !== ""));
}

function textOf({ text, data }: Output): string {
  const html = joined(data?.["text/html"]);
  if (/<table/i.test(html)) return html;
  return joined(data?.["text/latex"]).includes("tabular") ? joined(data?.["text/latex"]) : joined(data?.["text/markdown"]) || joined(data?.["text/plain"]) || joined(text);
}

const joined = (text: string | readonly string[] | undefined): string => (typeof text === "string" ? text : Array.isArray(text) ? text.join("") : "");
