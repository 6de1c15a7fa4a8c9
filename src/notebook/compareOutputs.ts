import { isJsonMime, type CodeCell, isCode, type DisplayOutput, type MimeBundle, type Notebook, type Output } from "./nbformat/notebook";
import { nearestHeading } from "./nbformat/nearestHeading";
import { compareJson, compareText, shorten } from "./compare/compareValues";
import { comparePictures } from "./compare/pictures";

/** One thing in which an executed notebook differs from the committed one. */
export interface Difference {
  /** The code cell, by its place among those that run, and the nearest heading; undefined: about the notebook. */
  readonly cell?: number;
  readonly heading?: string | undefined;
  /** The output within the cell, from 1, and the place in it (`text/html, character 31`, `…json, data[0].y[3]`). */
  readonly output?: number;
  readonly where: string;
  readonly was: string;
  readonly is: string;
}

/** A difference in a line: `cell 7 "heading", output 2, text/plain, number 3: was 0.257, is 0.258`. */
export function differenceText({ cell, heading, output, where, was, is }: Difference): string {
  const place = [cell === undefined ? "" : `cell ${cell}${heading ? ` "${heading}"` : ""}`, output === undefined ? "" : `output ${output}`, where];
  return `${place.filter(Boolean).join(", ")}: was ${was}, is ${is}`;
}

/**
 * In what does an executed notebook differ from the committed one? Cells and outputs must be the same in number, kind
 * and order. Texts must be equal, but for numbers in them, which may differ by 1e-9 relative where the text around them
 * is the same; JSON likewise, value by value; pictures pixel by pixel, since their bytes may differ from machine to machine.
 *
 * @returns nothing where the committed notebook is current
 */
export function compareNotebooks(committed: Notebook, executed: Notebook): Difference[] {
  return [
    ...compareKernel(committed, executed),
    ...compareSources(committed, executed),
    ...pairs(committed, executed).flatMap(([was, is], index) => {
      const at = { cell: index + 1, heading: nearestHeading(executed, executed.cells.indexOf(is)) };
      return compareCells(was, is).map((difference) => ({ ...at, ...difference }));
    }),
  ];
}

/** The differences of one cell: its count, and its outputs. */
export function compareCells(was: CodeCell, is: CodeCell): Difference[] {
  const count = was.execution_count === is.execution_count ? []
    : [{ where: "execution count", was: String(was.execution_count), is: String(is.execution_count) }];
  return [...count, ...compareOutputs(was.outputs, is.outputs)];
}

/** The differences of two lists of outputs, by the rule of `compareNotebooks`. */
export function compareOutputs(was: readonly Output[], is: readonly Output[]): Difference[] {
  const shared = Math.min(was.length, is.length);
  const same = was.slice(0, shared).flatMap((output, index) =>
    compareOutput(output, is[index]).map((difference) => ({ output: index + 1, ...difference })));
  const gone = was.slice(shared).map((output, index) => ({ output: shared + index + 1, where: "presence", was: kind(output), is: "nothing" }));
  const come = is.slice(shared).map((output, index) => ({ output: shared + index + 1, where: "presence", was: "nothing", is: kind(output) }));
  return [...same, ...gone, ...come];
}

function compareOutput(was: Output, is: Output): Difference[] {
  if (kind(was) !== kind(is)) return [{ where: "kind", was: kind(was), is: kind(is) }];
  if (was.output_type === "stream" && is.output_type === "stream") return compareText(was.text, is.text, was.name);
  if (was.output_type === "error" && is.output_type === "error") {
    const texts = ({ ename, evalue, traceback }: typeof was) => [`${ename}: ${evalue}`, ...traceback].join("\n");
    return compareText(texts(was), texts(is), "error");
  }
  return compareDisplays(was as DisplayOutput, is as DisplayOutput);
}

function compareDisplays(was: DisplayOutput, is: DisplayOutput): Difference[] {
  const types = [...new Set([...Object.keys(was.data), ...Object.keys(is.data)])].sort();
  return [
    ...types.flatMap((mime) => compareFormat(mime, was.data, is.data)),
    ...compareJson(was.metadata, is.metadata, "metadata"),
  ];
}

function compareFormat(mime: string, was: MimeBundle, is: MimeBundle): Difference[] {
  if (!(mime in was)) return [{ where: mime, was: "nothing", is: shorten(is[mime]) }];
  if (!(mime in is)) return [{ where: mime, was: shorten(was[mime]), is: "nothing" }];
  if (isJsonMime(mime)) return compareJson(was[mime], is[mime], mime);
  if (!mime.startsWith("image/") || mime === "image/svg+xml") return compareText(String(was[mime]), String(is[mime]), mime);
  const picture = comparePictures(mime, String(was[mime]), String(is[mime]));
  return picture ? [picture] : [];
}

/** A notebook must open on tslab, and in the format that holds cell ids. */
function compareKernel(committed: Notebook, executed: Notebook): Difference[] {
  return compareJson(committed.metadata.kernelspec ?? null, executed.metadata.kernelspec ?? null, "metadata kernelspec");
}

/** Outputs prove something only about the cells they come from. */
function compareSources(committed: Notebook, executed: Notebook): Difference[] {
  const [was, is] = [committed, executed].map((notebook) => notebook.cells.map(({ cell_type, source }) => `${cell_type}: ${source}`));
  if (was.length !== is.length) return [{ where: "number of cells", was: String(was.length), is: String(is.length) }];
  const changed = was.findIndex((cell, index) => cell !== is[index]);
  return changed < 0 ? [] : [{ where: `source of cell ${changed + 1} of all`, was: shorten(was[changed]), is: shorten(is[changed]) }];
}

/** Code cells that run, side by side. */
function pairs(committed: Notebook, executed: Notebook): [CodeCell, CodeCell][] {
  const [was, is] = [committed, executed].map((notebook) => notebook.cells.filter(isCode).filter(({ source }) => source.trim() !== ""));
  return was.slice(0, is.length).map((cell, index) => [cell, is[index]]);
}

const kind = (output: Output): string =>
  output.output_type === "stream" ? `stream ${output.name}` : output.output_type.replace("execute_result", "display_data");
