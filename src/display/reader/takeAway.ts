import { tableCsv } from "../render/tableCsv";
import { tableLatex } from "../render/tableLatex";
import { tableMarkdown } from "../render/tableMarkdown";
import type { Table } from "../table";
import type { Languages } from "../words";

/** The formats that are copied as text. */
export const COPIES: readonly { readonly name: string; readonly write: (table: Table, languages: Languages) => string }[] = [
  { name: "Markdown", write: tableMarkdown },
  { name: "LaTeX", write: tableLatex },
  { name: "CSV", write: tableCsv },
];

/** Puts a text on the clipboard; where the page may not (no https), by way of a selection. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("the browser does not let this page copy");
}

/** Saves bytes as a file, by a link that is clicked. */
export function saveFile(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
