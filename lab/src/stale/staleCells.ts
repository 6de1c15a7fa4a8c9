import type { CodeCell, ICodeCellModel } from "@jupyterlab/cells";
import { NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import { Signal } from "@lumino/signaling";
import type { Language } from "../../../src/bilingual";
import type { Provenance } from "../../../src/provenance";
import { recordIn, standingOf, type Departure } from "./outputRecords";
import { StaleMarks } from "./staleMarks";

/** Which cells of a notebook show what other readings, data or another version gave, by the records that their outputs carry. */
export class StaleCells {
  readonly changed = new Signal<this, void>(this);
  /** Of outputs that were made from something else than is in force. */
  departures: ReadonlyMap<string, readonly Departure[]> = new Map();
  /** Cells whose outputs cannot all be compared, and those whose outputs all agree. */
  counts = { unknown: 0, agreeing: 0 };
  private readonly marks: StaleMarks;

  constructor(private readonly panel: NotebookPanel, private readonly inForce: () => Provenance | undefined, language: () => Language) {
    this.marks = new StaleMarks(panel.content, (id) => void this.runAgain([id]), language);
    void panel.context.ready.then(() => {
      if (panel.isDisposed) return;
      panel.content.model?.cells.changed.connect(() => this.update());
      this.update();
    });
  }

  mentionsSojourn = (): boolean => this.cells().some(({ sharedModel }) => /["']sojourn(\/models)?["']/.test(sharedModel.getSource()));

  /** Fingerprints of all the data that the outputs were made from. */
  dataShown = (): string[] => this.cells().flatMap((cell) => outputsOf(cell).flatMap((output) => recordIn(output)?.data ?? []));

  update(): void {
    const now = this.inForce();
    const standings = this.cells().filter(({ outputs }) => outputs.length > 0).map((cell) => [cell.id, standingOf(outputsOf(cell), now)] as const);
    this.departures = new Map(standings.filter(([, { departures }]) => departures.length > 0).map(([id, { departures }]) => [id, departures]));
    const others = standings.filter(([, { departures }]) => departures.length === 0);
    const unknown = others.filter(([, standing]) => standing.unknown).length;
    this.counts = { unknown, agreeing: others.length - unknown };
    this.marks.show(this.departures);
    this.changed.emit();
  }

  /** Runs all code cells down to the last stale one (or to the one asked for): what a cell needs stands above it. */
  async runAgain(only: readonly string[] = [...this.departures.keys()]): Promise<void> {
    const widgets = this.panel.content.widgets.filter(({ model }) => model.type === "code") as CodeCell[];
    const last = widgets.findLastIndex(({ model }) => only.includes(model.id));
    await NotebookActions.runCells(this.panel.content, widgets.slice(0, last + 1), this.panel.sessionContext);
  }

  private cells(): ICodeCellModel[] {
    const cells = this.panel.content.model?.cells;
    return cells ? [...cells].filter(({ type }) => type === "code") as ICodeCellModel[] : [];
  }
}

const outputsOf = ({ outputs }: ICodeCellModel) => outputs.toJSON() as { metadata?: unknown }[];
