import { TABLE_MIME } from "../mimeTypes";

/** What is looked at in a cell to find the one that decides a hypothesis. */
export interface SearchedCell {
  readonly id: string;
  readonly source: string;
  /** Ids of the tables it shows. */
  readonly tables: readonly string[];
}

/**
 * The cell that decides a hypothesis: the one that shows the table of answers to it alone or with its neighbours, else the one
 * that shows all answers, else (not run yet) the one whose source asks for it.
 */
export function decidingCell(cells: readonly SearchedCell[], hypothesis: string): SearchedCell | undefined {
  const own = (table: string) => table.startsWith("answers-") && table.split("-").includes(hypothesis);
  return cells.find(({ tables }) => tables.some(own))
    ?? cells.find(({ source }) => source.includes("answersTable(") && new RegExp(`["']${hypothesis}["']`).test(source))
    ?? cells.find(({ tables }) => tables.includes("answers"))
    ?? cells.find(({ source }) => /answersTable\(\s*\w+\s*,\s*\w+\s*\)/.test(source));
}

/** The ids of the tables in a cell's outputs. */
export const tablesIn = (outputs: readonly { readonly data?: Readonly<Record<string, unknown>> }[]): string[] =>
  outputs.flatMap(({ data }) => (data?.[TABLE_MIME] as { id?: string } | undefined)?.id ?? []);

/** Whether a file is the notebook of a hypothesis: `03-h1-cumulative-causation.ipynb` is H1's, `05-h3-…` H3a's, H3b's and H3c's. */
export const isNotebookOf = (path: string, hypothesis: string): boolean => {
  const [whole, number] = [hypothesis.toLowerCase(), hypothesis.toLowerCase().replace(/[a-z]$/, "")];
  return new RegExp(`(^|[/-])(${whole}|${number})-[^/]*\\.ipynb$`).test(path);
};
