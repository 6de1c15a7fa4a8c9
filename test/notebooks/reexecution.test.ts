import { describe, it } from "vitest";
import { compareNotebooks, differenceText } from "../../src/notebook/compareOutputs";
import { executeNotebook } from "../../src/notebook/run/executeNotebook";
import { theNotebooks } from "./theNotebooks";

describe.concurrent("a committed notebook, executed again on a tslab kernel", () => {
  it.for(theNotebooks())("$name gives the outputs that are committed", async ({ path, name, notebook }, { expect }) => {
    const executed = await executeNotebook(path, { named: `notebooks/${name}` });
    expect(compareNotebooks(notebook, executed.notebook).map(differenceText)).toEqual([]);
    expect(executed.warnings).toEqual([]);
  });
});
