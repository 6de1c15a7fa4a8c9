import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { compareNotebooks, differenceText } from "../../src/notebook/compareOutputs";
import { executeNotebook } from "../../src/notebook/run/executeNotebook";
import { projectFolder } from "../../src/projectFolder";
import { oneKernel, type OneKernel } from "../notebook/oneKernel";
import { theNotebooks } from "./theNotebooks";

/** A notebook takes over the kernel of the one before it. The Chinese edition, whose code is the same, is run by CI on a kernel each. */
const free: OneKernel[] = [];
afterAll(() => Promise.all(free.map((kernel) => kernel.end())));

describe.concurrent("a committed notebook, executed again on a tslab kernel", () => {
  it.for(theNotebooks())("$name gives the outputs that are committed", async ({ path, name, notebook }, { expect }) => {
    const kernel = free.pop() ?? (await oneKernel(join(projectFolder, "notebooks")));
    const executed = await executeNotebook(path, { named: `notebooks/${name}`, kernel: kernel.next() });
    free.push(kernel);
    expect(compareNotebooks(notebook, executed.notebook).map(differenceText)).toEqual([]);
    expect(executed.warnings).toEqual([]);
  });
});
