import type { Language } from "../../../bilingual";
import { button } from "../../../display/reader/controls";
import { SYNTHETIC_BANNER } from "../../../display/synthetic";
import type { AllReadingsShare, NoShare } from "../../../exhibits/allReadings";
import { AllReadingsRun, standingWords } from "../../../exhibits/allReadingsRun";
import { ALL_READINGS, allReadingsNote, type ReadingsSummary, summariesOf, summaryWords } from "../../../exhibits/allReadingsSummary";
import type { PanelState } from "../../../exhibits/panelState";

/** All readings beside a live page: a button, how far they are, and what they say of each hypothesis, as in JupyterLab's panel. */
export class AllReadingsFold {
  readonly element = document.createElement("div");
  private readonly status = document.createElement("span");
  private readonly found = document.createElement("div");
  private readonly run: AllReadingsRun;
  private readonly start: HTMLButtonElement;
  private readonly cancel: HTMLButtonElement;
  private readonly bar = document.createElement("progress");

  constructor(private readonly language: Language, ask: (from: number) => Promise<AllReadingsShare | NoShare | undefined>, private readonly groupName: (id: string) => string) {
    this.element.className = "live-all-readings";
    this.status.setAttribute("role", "status");
    this.bar.setAttribute("aria-label", ALL_READINGS.start[language]);
    this.run = new AllReadingsRun(ask, () => this.show());
    this.start = button(ALL_READINGS.start[language], ALL_READINGS.help[language], () => void this.run.start());
    this.cancel = button(ALL_READINGS.cancel[language], ALL_READINGS.cancel[language], () => this.run.cancel());
    this.element.append(this.start, this.cancel, this.bar, this.status, this.found);
    this.show();
  }

  /** What is in force in the worker: results of other data do not stay. */
  heed(state: PanelState): void {
    this.run.heed(state);
  }

  private show(): void {
    const { standing, shares, done, of } = this.run;
    this.element.dataset.standing = standing;
    this.start.hidden = standing === "running";
    this.cancel.hidden = this.bar.hidden = standing !== "running";
    this.bar.max = of ?? 1;
    this.bar.value = done;
    this.status.textContent = ` ${standingWords(this.run, this.language)}`;
    if (shares.length === 0) return this.found.replaceChildren();
    const summaries = summariesOf(shares);
    const note = document.createElement("p");
    note.textContent = allReadingsNote(shares[0], summaries, this.language);
    this.found.replaceChildren(this.table(summaries, shares[0].synthetic), note);
  }

  private table(summaries: readonly ReadingsSummary[], synthetic: boolean): HTMLElement {
    const { language } = this;
    const groups = [...new Set(summaries.map(({ group }) => group))];
    const table = document.createElement("table");
    table.createCaption().textContent = `${ALL_READINGS.caption[language]}${synthetic ? ` · ${SYNTHETIC_BANNER[language]}` : ""}`;
    const header = (row: HTMLTableRowElement, scope: "row" | "col", text: string): void => void Object.assign(row.appendChild(document.createElement("th")), { scope, textContent: text });
    const head = table.createTHead().insertRow();
    header(head, "col", "");
    for (const group of groups) header(head, "col", this.groupName(group));
    const body = table.createTBody();
    for (const hypothesis of new Set(summaries.map((one) => one.hypothesis))) {
      const row = body.insertRow();
      row.dataset.hypothesis = hypothesis;
      header(row, "row", hypothesis);
      for (const group of groups) {
        const cell = row.insertCell();
        const summary = summaries.find((one) => one.hypothesis === hypothesis && one.group === group);
        if (!summary) continue;
        const { paper, standing, range, turnedBy, refused } = summaryWords(summary, language);
        const own = document.createElement("strong");
        own.textContent = `▸ ${paper}`;
        own.title = ALL_READINGS.paperOwn[language];
        cell.append(own, ...[standing, range, turnedBy, refused].filter(Boolean).flatMap((text) => [document.createElement("br"), text]));
      }
    }
    return table;
  }
}
