import type { Language } from "../bilingual";
import type { AllReadingsShare, NoShare } from "./allReadings";
import { ALL_READINGS } from "./allReadingsSummary";
import type { PanelState } from "./panelState";

/** Asks for the share that begins with a choice, as soon as no cell runs; undefined where no answer came. */
type AskShare = (from: number) => Promise<AllReadingsShare | NoShare | undefined>;

type Standing = "none" | "running" | "done" | "cancelled" | "noAnswer" | "otherData" | "trouble";

/**
 * All readings, asked for a share at a time, in JupyterLab and on a live page: between two shares cells run, and to cancel is to ask
 * no more, so that a kernel is never interrupted and keeps its variables.
 */
export class AllReadingsRun {
  standing: Standing = "none";
  shares: readonly AllReadingsShare[] = [];
  error: string | undefined;
  private run = 0;

  /** @param changed told of every change */
  constructor(private readonly ask: AskShare, private readonly changed: () => void) {}

  get done(): number {
    return this.shares.at(-1)?.to ?? 0;
  }

  get of(): number | undefined {
    return this.shares[0]?.of;
  }

  /** Begins anew; what an earlier run still hears of is nobody's. */
  async start(): Promise<void> {
    const run = ++this.run;
    this.shares = [];
    this.error = undefined;
    this.become("running");
    for (let from = 0; ; from = this.done) {
      const share = await this.ask(from);
      if (run !== this.run) return;
      if (!share) return this.become("noAnswer");
      if ("error" in share) {
        this.error = share.error;
        return this.become("trouble");
      }
      if (this.shares.some(({ data, study }) => data !== share.data || study.id !== share.study.id)) return this.become("otherData");
      this.shares = [...this.shares, share];
      if (share.to >= share.of) return this.become("done");
      this.become("running");
    }
  }

  cancel(): void {
    this.run++;
    if (this.standing === "running") this.become("cancelled");
  }

  /** Told what is in force: shares of other data, or of another study, go, and why is said in their place. */
  heed({ inForce, study }: Pick<PanelState, "inForce"> & { readonly study: Pick<PanelState["study"], "id"> }): void {
    if (this.shares.length === 0 || (this.shares[0].study.id === study.id && inForce.data.includes(this.shares[0].data))) return;
    this.run++;
    this.shares = [];
    this.become("otherData");
  }

  /** A kernel that has just started has told nothing. */
  forget(): void {
    this.run++;
    this.shares = [];
    this.become("none");
  }

  private become(standing: Standing): void {
    this.standing = standing;
    this.changed();
  }
}

/** How a run stands, in words; what it found is told beside them. */
export function standingWords({ standing, done, of, error }: Pick<AllReadingsRun, "standing" | "done" | "of" | "error">, language: Language): string {
  const far = of === undefined ? "" : `${done} ${ALL_READINGS.progress[language]} ${of}`;
  if (standing === "running") return far;
  if (standing === "cancelled") return `${ALL_READINGS.cancelled[language]} ${far || 0}`;
  if (standing === "trouble") return error ?? "";
  return standing === "noAnswer" || standing === "otherData" ? ALL_READINGS[standing][language] : "";
}
