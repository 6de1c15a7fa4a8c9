import { readFileSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { BadInput } from "../../badInput";
import { compareCells, compareNotebooks, type Difference } from "../compareOutputs";
import { isCode, type Cell, type Notebook } from "../nbformat/notebook";
import { notebookText } from "../nbformat/notebookText";
import { readNotebook } from "../nbformat/readNotebook";

/**
 * Brings a committed notebook up to date with its execution. A file that is current by the rule of `compareNotebooks`
 * is not touched; otherwise only the cells that differ get new outputs, so that a diff shows what changed and nothing
 * else. The file is replaced in one step.
 *
 * @param named  how messages name it
 * @returns what differed; nothing where the file was left as it was
 * @throws {BadInput} someone has edited the file while it ran
 */
export async function keepCurrent(path: string, executed: Notebook, named = path): Promise<Difference[]> {
  const committed = readNotebook(path, named);
  refuseEdited(committed, executed, named);
  const differences = [...olderFormat(path), ...compareNotebooks(committed, executed)];
  if (differences.length > 0) await writeFileAtomic(path, notebookText(withOldOutputs(executed, committed)));
  return differences;
}

/** Writing would undo the edit. */
function refuseEdited(committed: Notebook, executed: Notebook, named: string): void {
  const cells = ({ cells }: Notebook) => JSON.stringify(cells.map(({ id, cell_type, source }) => [id, cell_type, source]));
  if (cells(committed) !== cells(executed)) throw new BadInput({ file: named }, "was edited while it ran", "an unchanged file", "It is left as it is: run it again.");
}

/** Cell ids, which outputs are found by elsewhere, came with nbformat 4.5. */
function olderFormat(path: string): Difference[] {
  const minor = Number((JSON.parse(readFileSync(path, "utf8")) as { nbformat_minor: number }).nbformat_minor);
  return minor >= 5 ? [] : [{ where: "nbformat", was: `4.${minor}`, is: "4.5" }];
}

/** The executed notebook, with the committed outputs wherever they are equal by the rule. */
function withOldOutputs(executed: Notebook, committed: Notebook): Notebook {
  const cells = executed.cells.map((cell, index): Cell => {
    const old = committed.cells[index];
    return isCode(cell) && isCode(old) && compareCells(old, cell).length === 0 ? { ...cell, outputs: old.outputs } : cell;
  });
  return { ...executed, cells };
}
