import type { JupyterFrontEnd } from "@jupyterlab/application";
import type { CodeCell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { decidingCell, isNotebookOf, tablesIn } from "./decidingCell";

const SHINE_MS = 2_500;

/** Goes to the cell of this notebook that decides a hypothesis and lets it shine; false where there is none. */
export async function goToCell({ content }: NotebookPanel, hypothesis: string): Promise<boolean> {
  const cells = content.widgets.filter(({ model }) => model.type === "code") as CodeCell[];
  const found = decidingCell(cells.map(({ model }) => ({
    id: model.id,
    source: model.sharedModel.getSource(),
    tables: tablesIn((model.outputs.toJSON() as { data?: Record<string, unknown> }[])),
  })), hypothesis);
  if (!found) return false;
  const place = content.widgets.findIndex(({ model }) => model.id === found.id);
  content.deselectAll();
  content.activeCellIndex = place;
  content.mode = "command";
  await content.scrollToCell(content.widgets[place], "start");
  content.activate();
  shine(content.widgets[place].node);
  return true;
}

function shine(node: HTMLElement): void {
  node.classList.add("sojourn-shine");
  setTimeout(() => node.classList.remove("sojourn-shine"), SHINE_MS);
}

/** Opens the notebook of a hypothesis that lies beside this one; undefined where none does. */
export async function openNotebookOf(app: JupyterFrontEnd, beside: string, hypothesis: string): Promise<NotebookPanel | undefined> {
  const folder = beside.includes("/") ? beside.slice(0, beside.lastIndexOf("/")) : "";
  const { content } = (await app.serviceManager.contents.get(folder, { content: true })) as { content: { path: string }[] };
  const file = content.find(({ path }) => isNotebookOf(path, hypothesis));
  return file && ((await app.commands.execute("docmanager:open", { path: file.path })) as NotebookPanel);
}
