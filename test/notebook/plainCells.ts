import { join } from "node:path";
import { projectFolder } from "../../src/projectFolder";

/**
 * The option of Node with which a kernel takes a cell for JavaScript and runs it as it stands: for what has nothing to do with
 * TypeScript. All else is tslab's own and the runner's; the kernel answers after a seventh of the work.
 */
export const PLAIN_CELLS = `--require ${JSON.stringify(join(projectFolder, "test", "notebook", "plainCells.cjs"))}`;
