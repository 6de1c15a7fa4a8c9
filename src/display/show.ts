import { figureBundle, figureText, tableBundle } from "./bundles";
import type { Figure } from "./figure";
import { kernelOf, type Kernel } from "./kernel";
import { escapeHtml } from "./render/escapeHtml";
import { tableHtml } from "./render/tableHtml";
import { tableText } from "./render/tableText";
import type { Table } from "./table";

/**
 * Shows a table or a figure. In a notebook cell: one output with everything a viewer may want (see bundles.ts). In a plain
 * Node script: the table as aligned text, the figure in words.
 *
 * Wait for it (`await show(…)`), so that the output stands under its own cell and an error fails it.
 *
 * @throws {TypeError} anything but a Table or a Figure
 * @throws {UnknownGlyph} a figure with a character that no still could draw
 */
export async function show(item: Table | Figure, kernel: Kernel = kernelOf()): Promise<void> {
  refuseOthers(item);
  switch (kernel.kind) {
    case "bundles": return kernel.write(item.kind === "table" ? tableBundle(item) : await figureBundle(item));
    case "htmlOnly": return kernel.write(await plainHtml(item));
    case "none": process.stdout.write(`${item.kind === "table" ? tableText(item) : figureText(item)}\n`);
  }
}

function refuseOthers(item: unknown): asserts item is Table | Figure {
  const kind = typeof item === "object" && item !== null ? (item as { kind?: unknown }).kind : undefined;
  if (kind === "table" || kind === "figure") return;
  const found = item === null ? "null" : Array.isArray(item) ? "an array" : item instanceof Promise ? "a promise" : `${typeof item === "object" ? "an object" : `a ${typeof item}`}`;
  throw new TypeError(`show() takes a table or a figure, such as regressionTable(…) or coefficientPlot(…) returns, and got ${found}. For other values use console.log.`);
}

const NOTE = "This tslab cannot send several forms of an output at once (Sojourn knows 1.0.22): shown as plain HTML, without the interactive figure.";

async function plainHtml(item: Table | Figure): Promise<string> {
  const note = `<p>${NOTE}</p>`;
  if (item.kind === "table") return tableHtml(item) + note;
  const { data, metadata } = await figureBundle(item);
  const { width } = metadata["image/png"] as { width: number };
  return `<img alt="${escapeHtml(figureText(item))}" width="${width}" src="data:image/png;base64,${String(data["image/png"])}">${note}`;
}
