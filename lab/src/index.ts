import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { INotebookTracker, type NotebookPanel } from "@jupyterlab/notebook";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { ITranslator } from "@jupyterlab/translation";
import { chooseLanguage, languageFor, speakAs } from "./language";
import { goToCell, openNotebookOf } from "./panel/goToCell";
import { NotebookSession } from "./panel/notebookSession";
import { PANEL_ID, PanelWidget } from "./panel/panelWidget";
import { WORDS } from "./words";

const COMMAND = "sojourn:show-panel";

/** The side panel of hypotheses and readings, and the marks beside stale outputs. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: "sojourn-lab:panel",
  description: "Hypotheses by group with the running kernel's verdicts, and the readings of the coding.",
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette, ILayoutRestorer, ISettingRegistry, ITranslator],
  activate: (app: JupyterFrontEnd, notebooks: INotebookTracker, palette: ICommandPalette | null, restorer: ILayoutRestorer | null, settings: ISettingRegistry | null, translator: ITranslator | null) => {
    speakAs(translator?.languageCode);
    const sessions = new Map<NotebookPanel, NotebookSession>();
    const panel = new PanelWidget((hypothesis) => void show(app, notebooks.currentWidget, hypothesis));
    app.shell.add(panel, "right", { rank: 90, type: "Sojourn" });
    restorer?.add(panel, PANEL_ID);

    const sessionOf = (notebook: NotebookPanel | null) => (notebook && !notebook.isDisposed ? sessions.get(notebook) : undefined);
    const opened = openOnce(app, panel);
    notebooks.widgetAdded.connect((_, notebook) => {
      const session = new NotebookSession(notebook);
      sessions.set(notebook, session);
      notebook.disposed.connect(() => sessions.delete(notebook));
      void notebook.context.ready.then(() => session.isOurs && opened.by(notebook));
      if (notebook === notebooks.currentWidget) panel.follow(session);
    });
    notebooks.currentChanged.connect((_, notebook) => panel.follow(sessionOf(notebook)));

    app.commands.addCommand(COMMAND, {
      label: () => `Sojourn: ${WORDS.showPanel[languageFor(sessionOf(notebooks.currentWidget)?.language)]}`,
      describedBy: { args: { type: "object", properties: {} } },
      execute: () => app.shell.activateById(PANEL_ID),
    });
    palette?.addItem({ command: COMMAND, category: "Sojourn" });
    void followSettings(settings, panel, sessions, opened);
  },
};

/** The panel opens with the first notebook of ours, and leaves the keyboard to the notebook. */
function openOnce(app: JupyterFrontEnd, panel: PanelWidget) {
  let done = false;
  return {
    allowed: true,
    by(notebook: NotebookPanel): void {
      if (done || !this.allowed) return;
      done = true;
      void app.restored.then(() => {
        if (panel.isVisible) return;
        app.shell.activateById(PANEL_ID);
        notebook.activate();
      });
    },
  };
}

async function followSettings(registry: ISettingRegistry | null, panel: PanelWidget, sessions: ReadonlyMap<NotebookPanel, NotebookSession>, opened: { allowed: boolean }): Promise<void> {
  if (!registry) return;
  const settings = await registry.load(plugin.id);
  const apply = () => {
    chooseLanguage(settings.get("language").composite as "auto" | "en" | "zh");
    opened.allowed = settings.get("openPanel").composite as boolean;
    panel.speak();
    sessions.forEach(({ stale }) => stale.update());
  };
  settings.changed.connect(apply);
  apply();
}

/** Goes to the deciding cell, in this notebook or in the one of that hypothesis. */
async function show(app: JupyterFrontEnd, current: NotebookPanel | null, hypothesis: string): Promise<void> {
  if (!current || (await goToCell(current, hypothesis))) return;
  const other = await openNotebookOf(app, current.context.path, hypothesis);
  if (!other) return;
  await other.context.ready;
  await other.revealed;
  await goToCell(other, hypothesis);
}

export default plugin;
