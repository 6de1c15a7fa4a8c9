import type { Bilingual, Language } from "../../../bilingual";
import { button } from "../../../display/reader/controls";
import type { PanelState, PanelTrouble } from "../../../exhibits/panelState";
import { defaultReadings, readingEntries, type ReadingName, type Readings } from "../../../sfrc/readings";
import { AllReadingsFold } from "./allReadingsFold";
import { LIVE } from "./words";

/** The readings, and the verdicts under them, beside the page: what JupyterLab's panel shows, in a fold of its own. */
export class ReadingsPanel {
  readonly element = document.createElement("details");
  private readonly verdicts = document.createElement("div");
  private readonly staleNote = document.createElement("p");
  private readonly groups = new Map<string, string>();
  private readonly selects = new Map<ReadingName, HTMLSelectElement>();
  private readonly rerun: HTMLButtonElement;
  private readonly allReadings: AllReadingsFold | undefined;

  /** @param study  of somebody's own, which codes by one rule each: there are verdicts, and nothing to choose */
  constructor(private readonly language: Language, private readonly study: boolean, private readonly chosen: (readings: Readings) => void, rerun: () => void, share: ConstructorParameters<typeof AllReadingsFold>[1]) {
    const say = (key: keyof typeof LIVE): string => LIVE[key][language];
    this.element.className = "live-readings";
    const summary = this.element.appendChild(document.createElement("summary"));
    summary.textContent = say(study ? "verdictsOf" : "readings");
    this.rerun = button(say("rerun"), say("rerun"), rerun);
    this.rerun.hidden = true;
    this.staleNote.setAttribute("role", "status");
    if (study) {
      this.element.append(this.staleNote, this.rerun, this.verdicts);
      return;
    }
    summary.after(Object.assign(document.createElement("p"), { textContent: say("readingsHelp") }));
    const list = document.createElement("div");
    list.className = "live-reading-list";
    for (const entry of readingEntries) list.append(this.reading(entry));
    this.allReadings = new AllReadingsFold(language, share, (id) => this.groups.get(id) ?? id);
    this.element.append(this.staleNote, this.rerun, this.verdicts, button(say("allDefaults"), say("allDefaults"), () => this.choose({ ...defaultReadings })), this.allReadings.element, list);
  }

  get readings(): Readings {
    return Object.fromEntries([...this.selects].map(([name, select]) => [name, select.value])) as unknown as Readings;
  }

  /** What holds in the worker: the readings in force, and what they make of the hypotheses. */
  show(state: PanelState | PanelTrouble): void {
    for (const [name, select] of this.selects) {
      select.value = state.readings[name];
      select.closest("label")!.classList.toggle("is-changed", state.readings[name] !== defaultReadings[name]);
    }
    if ("study" in state) for (const { id, label } of state.study.groups) this.groups.set(id, label[this.language]);
    if ("error" in state) {
      this.verdicts.textContent = state.error;
      return;
    }
    this.verdicts.replaceChildren(this.verdictTable(state));
    this.allReadings?.heed(state);
  }

  showStale(count: number): void {
    this.rerun.hidden = count === 0;
    this.staleNote.textContent = count === 0 ? LIVE.noneStale[this.language] : this.language === "zh" ? `${count} ${LIVE.staleCount.zh}` : `${count} ${LIVE.staleCount.en}`;
  }

  private choose(readings: Readings): void {
    for (const [name, select] of this.selects) select.value = readings[name];
    this.chosen(this.readings);
  }

  private reading({ name, choices, meanings, paperSection, ...words }: (typeof readingEntries)[number]): HTMLElement {
    const label = document.createElement("label");
    const select = document.createElement("select");
    for (const choice of choices) {
      const meaning = (meanings[choice] as Bilingual | undefined)?.[this.language] ?? "";
      select.append(new Option(`${choice}${choice === defaultReadings[name] ? ` (${LIVE.byDefault[this.language]})` : ""}${meaning && `: ${meaning}`}`, choice));
    }
    select.addEventListener("change", () => this.chosen(this.readings));
    this.selects.set(name, select);
    const text = document.createElement("span");
    text.textContent = `${words[this.language]} `;
    const section = document.createElement("small");
    section.textContent = paperSection;
    label.append(text, section, select);
    return label;
  }

  private verdictTable({ study, verdicts }: PanelState): HTMLElement {
    const { language } = this;
    const table = document.createElement("table");
    table.createCaption().textContent = LIVE[this.study ? "verdictsOnData" : "verdicts"][language];
    const head = table.createTHead().insertRow();
    for (const text of ["", ...study.groups.map(({ label }) => label[language])]) {
      const cell = head.appendChild(document.createElement("th"));
      cell.scope = "col";
      cell.textContent = text;
    }
    const body = table.createTBody();
    for (const { id } of study.hypotheses) {
      const row = body.insertRow();
      const header = row.appendChild(document.createElement("th"));
      header.scope = "row";
      header.textContent = id;
      for (const group of study.groups) {
        const found = verdicts.find((verdict) => verdict.hypothesis === id && verdict.group === group.id);
        const key = found?.supported === null || !found ? "notFitted" : found.supported ? "supported" : "notSupported";
        row.insertCell().textContent = found && found.supported !== null ? `${LIVE[key][language]} ${found.level}` : LIVE.notFitted[language];
      }
    }
    return table;
  }
}
