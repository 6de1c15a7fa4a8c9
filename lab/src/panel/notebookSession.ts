import { NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import { Signal } from "@lumino/signaling";
import { defaultReadings, type ReadingName, type Readings } from "../../../src/sfrc/readings";
import type { Language } from "../../../src/bilingual";
import { AllReadingsRun } from "../../../src/exhibits/allReadingsRun";
import type { Provenance } from "../../../src/provenance";
import { isTrouble, shareIn, type Answer } from "../kernel/answer";
import { languageFor, languageOfNotebook, markDocument } from "../language";
import { ask, askFor } from "../kernel/ask";
import { allReadingsCode, questionCode, questionIfLoaded } from "../kernel/question";
import { QuietKernel } from "../kernel/quietKernel";
import { StaleCells } from "../stale/staleCells";

export type Phase = "otherNotebook" | "notAsked" | "waiting" | "asking" | "answered" | "noAnswer";

/** One notebook: what its kernel answers, the readings in force there, and which of its outputs are stale. */
export class NotebookSession {
  readonly changed = new Signal<this, void>(this);
  readonly stale: StaleCells;
  readonly allReadings = new AllReadingsRun(async (from) => (await this.quiet.quiet() ? askFor(this.quiet.kernel!, allReadingsCode(from, this.language), shareIn) : undefined), () => this.changed.emit());
  answer: Answer | undefined;
  phase: Phase = "notAsked";
  /** In force in the kernel, or about to be: the last choice made here. */
  readings: Readings = defaultReadings;
  private readonly quiet: QuietKernel;
  private wanted: Readings | undefined;
  private isAsking = false;

  constructor(readonly panel: NotebookPanel) {
    this.quiet = new QuietKernel(panel);
    this.stale = new StaleCells(panel, () => this.inForce, () => this.language);
    void panel.context.ready.then(() => {
      if (!panel.isDisposed) markDocument(panel.node, this.ownLanguage);
    });
    this.stale.changed.connect(() => this.changed.emit());
    NotebookActions.executed.connect(this.onExecuted, this);
    panel.sessionContext.kernelChanged.connect(this.onNewKernel, this);
    panel.sessionContext.statusChanged.connect((_, status) => (status === "restarting" || status === "autorestarting") && this.onNewKernel());
    panel.disposed.connect(() => {
      this.allReadings.cancel();
      NotebookActions.executed.disconnect(this.onExecuted, this);
      Signal.clearData(this);
    });
    void this.begin();
  }

  /** That of the notebook's text. */
  private get ownLanguage(): Language | undefined {
    return languageOfNotebook(this.panel.content.model?.cells ?? []);
  }

  /** In which this notebook is spoken of. */
  get language(): Language {
    return languageFor(this.ownLanguage);
  }

  /** What an output that is made now would be made from; unknown before the kernel has answered. */
  get inForce(): Provenance | undefined {
    return this.answer && !isTrouble(this.answer) ? { ...this.answer.inForce, readings: this.readings } : undefined;
  }

  /** A tslab kernel, and cells that import the package. */
  get isOurs(): boolean {
    const kernel = this.panel.sessionContext.kernelPreference.name || this.panel.sessionContext.session?.kernel?.name;
    return (kernel ?? "tslab") === "tslab" && this.stale.mentionsSojourn();
  }

  /** Puts a choice into force as soon as no cell runs. */
  choose(name: ReadingName, choice: string): void {
    this.chooseAll({ ...this.readings, [name]: choice });
  }

  chooseAll(readings: Readings): void {
    this.readings = readings;
    this.wanted = readings; // each by name: the notebook's folder may have others than the defaults
    this.stale.update();
    void this.converse();
  }

  /** Takes the state of a kernel that was there before this page, and asks no kernel that has just started. */
  private async begin(): Promise<void> {
    await this.panel.context.ready;
    await this.panel.sessionContext.ready;
    if (!this.isOurs) return this.become("otherNotebook");
    if (!(await this.quiet.quiet())) return;
    const kernel = this.quiet.kernel;
    if (kernel && !this.isAsking && this.phase === "notAsked") this.take(await ask(kernel, questionIfLoaded(this.language)));
  }

  private onNewKernel(): void {
    this.answer = undefined;
    this.wanted = undefined;
    this.allReadings.forget();
    this.readings = defaultReadings; // until the kernel tells
    this.stale.update();
    this.become(this.isOurs ? "notAsked" : "otherNotebook");
  }

  private onExecuted(_: unknown, { notebook, cell }: { notebook: unknown; cell: { model: { type: string } } }): void {
    if (notebook !== this.panel.content || cell.model.type !== "code") return;
    this.stale.update();
    if (this.isOurs) void this.converse();
  }

  /** One question at a time; what changes meanwhile is asked next. */
  private async converse(): Promise<void> {
    if (this.isAsking) return void (this.again = true);
    this.isAsking = true;
    try {
      do {
        this.again = false;
        this.become("waiting");
        if (!(await this.quiet.quiet())) return this.become("notAsked");
        const change = this.wanted;
        this.wanted = undefined;
        this.become("asking");
        this.take(await ask(this.quiet.kernel!, questionCode(this.language, change)), true);
      } while (this.again || this.wanted);
    } finally {
      this.isAsking = false;
    }
  }

  private again = false;

  private take(answer: Answer | undefined, expected = false): void {
    if (this.panel.isDisposed) return;
    if (!answer) return expected ? this.become("noAnswer") : undefined;
    this.answer = answer;
    if (!isTrouble(answer)) this.allReadings.heed(answer);
    if (!this.wanted && Object.keys(answer.readings).length > 0) this.readings = answer.readings;
    this.stale.update();
    this.become("answered");
  }

  private become(phase: Phase): void {
    this.phase = phase;
    this.changed.emit();
  }
}
