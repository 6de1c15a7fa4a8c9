import { BadInput } from "../../badInput";
import { writeWhole } from "../../io/write";
import { compareCells, compareNotebooks, type Difference } from "../compareOutputs";
import { isCode, type Cell, type Notebook } from "../nbformat/notebook";
import { notebookText } from "../nbformat/notebookText";
import { minorVersion, readNotebook } from "../nbformat/readNotebook";
import { withoutTimes } from "./finishedNotebook";

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
  if (differences.length > 0) writeWhole(path, notebookText(withOldOutputs(executed, committed)), { named });
  return differences;
}

/** Writing would undo the edit: of a source, and of anything else that a run does not itself write. */
function refuseEdited(committed: Notebook, executed: Notebook, named: string): void {
  if (kept(committed) !== kept(executed)) throw new BadInput({ file: named }, "was edited while it ran", "an unchanged file", "It is left as it is: run it again.");
}

/** All of a notebook but what a run gives it. */
function kept({ metadata: { kernelspec: _kernel, language_info: _language, ...metadata }, cells, ...rest }: Notebook): string {
  const bare = cells.map((cell) => ({ ...cell, metadata: withoutTimes(cell.metadata), ...(isCode(cell) ? { outputs: [], execution_count: null } : {}) }));
  return notebookText({ ...rest, metadata, cells: bare });
}

/** Cell ids, which outputs are found by elsewhere, came with nbformat 4.5. */
function olderFormat(path: string): Difference[] {
  const minor = minorVersion(path);
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
