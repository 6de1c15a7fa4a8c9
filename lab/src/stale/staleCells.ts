import type { CodeCell, ICodeCellModel } from "@jupyterlab/cells";
import { NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import { Signal } from "@lumino/signaling";
import { chooseReadings, defaultReadings, type Readings } from "../../../src/sfrc/readings";
import { cellsToRun } from "./cellsToRun";
import { cellUse, type CellUse } from "./cellUse";
import { Provenance, type Departure } from "./provenance";
import { StaleMarks } from "./staleMarks";

/** Which cells of a notebook show what other readings gave, marked in the page, and how to run them again. */
export class StaleCells {
  readonly changed = new Signal<this, void>(this);
  /** Of outputs. */
  departures: ReadonlyMap<string, readonly Departure[]> = new Map();
  private provenance = new Provenance();
  private readonly ranHere = new Set<string>();
  private readonly marks: StaleMarks;
  private readonly uses = new Map<string, { source: string; use: CellUse }>();

  constructor(private readonly panel: NotebookPanel, private readonly inForce: () => Readings) {
    this.marks = new StaleMarks(panel.content, (id) => void this.runAgain([id]));
    void panel.context.ready.then(() => {
      if (panel.isDisposed) return;
      this.assumeDefaults();
      panel.content.model?.cells.changed.connect(() => this.update());
      this.update();
    });
  }

  mentionsSojourn = (): boolean => this.cells().some(({ sharedModel }) => /["']sojourn["']/.test(sharedModel.getSource()));

  /**
   * A cell has run.
   *
   * @returns the readings that it has put into force itself, where it has and they can be read off
   */
  ran(cell: ICodeCellModel): Readings | undefined {
    const use = this.useOf(cell);
    const chosen = chosenBy(use);
    this.provenance.ran(cell.id, use, chosen ?? this.inForce());
    this.ranHere.add(cell.id);
    return chosen;
  }

  forgetKernel(): void {
    this.provenance.forgetVariables();
    this.ranHere.clear();
    this.update();
  }

  update(): void {
    const now = this.inForce();
    const stale = this.cells().filter(({ outputs }) => outputs.length > 0).map(({ id }) => [id, this.provenance.departuresOf(id, now)] as const);
    this.departures = new Map(stale.filter(([, departures]) => departures.length > 0));
    this.marks.show(this.departures);
    this.changed.emit();
  }

  /** Runs the stale cells, and what they need, in order. */
  async runAgain(only?: readonly string[]): Promise<void> {
    const now = this.inForce();
    const isStale = (id: string) => this.provenance.departuresOf(id, now, "left").length > 0;
    const wanted = (id: string) => (only ? only.includes(id) : isStale(id));
    const cells = this.cells();
    // A cell alone is run with the stale ones above it that it uses; the plan finds them among those it depends on.
    const ids = cellsToRun(cells.map((cell) => ({ id: cell.id, use: this.useOf(cell), stale: wanted(cell.id), ran: this.ranHere.has(cell.id) && !isStale(cell.id) })));
    const widgets = this.panel.content.widgets.filter(({ model }) => ids.includes(model.id)) as CodeCell[];
    await NotebookActions.runCells(this.panel.content, widgets, this.panel.sessionContext);
  }

  private cells(): ICodeCellModel[] {
    const cells = this.panel.content.model?.cells;
    return cells ? [...cells].filter(({ type }) => type === "code") as ICodeCellModel[] : [];
  }

  /** What is on the page when it is opened was made under the defaults, unless its cells say otherwise. */
  private assumeDefaults(): void {
    let readings: Readings = defaultReadings;
    for (const cell of this.cells()) {
      const use = this.useOf(cell);
      readings = chosenBy(use) ?? readings;
      this.provenance.ran(cell.id, use, readings);
    }
  }

  private useOf(cell: ICodeCellModel): CellUse {
    const source = cell.sharedModel.getSource();
    const known = this.uses.get(cell.id);
    if (known?.source === source) return known.use;
    const use = cellUse(source);
    this.uses.set(cell.id, { source, use });
    return use;
  }
}

function chosenBy({ chooses }: Pick<CellUse, "chooses">): Readings | undefined {
  if (!chooses?.readings) return undefined;
  try {
    return chooseReadings(chooses.readings);
  } catch {
    return undefined; // the cell has failed on it
  }
}
