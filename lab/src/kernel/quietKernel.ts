import { NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import type { Kernel } from "@jupyterlab/services";

/** tslab drops what arrives within 200 ms of a failed cell, so nothing is asked for a little longer than that. */
const SETTLE_MS = 300;

/**
 * Knows when a notebook's kernel has nothing to do: no cell runs or waits, and the last has ended a moment ago.
 */
export class QuietKernel {
  private readonly scheduled = new Set<string>();
  private lastBusy = 0;

  constructor(private readonly panel: NotebookPanel) {
    NotebookActions.executionScheduled.connect(this.onScheduled, this);
    NotebookActions.executed.connect(this.onExecuted, this);
    panel.sessionContext.statusChanged.connect(this.onStatus, this);
    panel.disposed.connect(() => {
      NotebookActions.executionScheduled.disconnect(this.onScheduled, this);
      NotebookActions.executed.disconnect(this.onExecuted, this);
    });
  }

  get kernel(): Kernel.IKernelConnection | undefined {
    return this.panel.sessionContext.session?.kernel ?? undefined;
  }

  get isQuiet(): boolean {
    return this.scheduled.size === 0 && this.kernel?.status === "idle" && Date.now() - this.lastBusy >= SETTLE_MS;
  }

  /** Waits until the kernel is quiet; false where it is gone or the notebook closed. */
  async quiet(): Promise<boolean> {
    while (!this.isQuiet) {
      if (this.panel.isDisposed || !this.kernel || ["dead", "terminating"].includes(this.kernel.status)) return false;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return true;
  }

  private onScheduled(_: unknown, { notebook, cell }: { notebook: unknown; cell: { model: { id: string } } }): void {
    if (notebook === this.panel.content) this.scheduled.add(cell.model.id);
  }

  private onExecuted(_: unknown, { notebook, cell }: { notebook: unknown; cell: { model: { id: string } } }): void {
    if (notebook !== this.panel.content) return;
    this.scheduled.delete(cell.model.id);
    this.lastBusy = Date.now();
  }

  private onStatus(_: unknown, status: Kernel.Status): void {
    if (status === "busy") return;
    if (["restarting", "autorestarting", "starting", "dead", "terminating"].includes(status)) this.scheduled.clear(); // those cells will not end
  }
}
