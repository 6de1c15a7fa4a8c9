import type { Language } from "../../../bilingual";
import { button } from "../../../display/reader/controls";
import { saveFile } from "../../../display/reader/takeAway";
import type { PanelState, PanelTrouble } from "../../../exhibits/panelState";
import { inWords } from "../../../faults/inWords";
import type { Provenance } from "../../../provenance";
import { defaultReadings, type Readings } from "../../../sfrc/readings";
import type { ExerciseQuestion } from "../kernel/messages";
import type { CellResult } from "../kernel/runCell";
import { TypeAssist } from "./assist";
import { LiveCell } from "./cell";
import { carriedEdit, editLink } from "./editLink";
import { handed, type File, PageKernel, Stopped } from "./kernel";
import { OwnData } from "./ownData";
import { ReadingsPanel } from "./readingsPanel";
import { departure } from "./staleness";
import { CellStore } from "./store";
import { LIVE } from "./words";

export interface LiveAddresses {
  readonly kernel: string;
  readonly files: string;
  readonly formats: string;
  readonly editor: string;
  readonly word: string;
  readonly notebook: string;
  readonly types: string;
  readonly declarations: string;
  /** There where the pages are of a study of somebody's own. */
  readonly study?: string;
}

/**
 * A cell that runs on is taken for one without end: after twenty seconds, and on a slow machine after this many times what the
 * package took to begin there (which no line to a server is part of). No cell of ours takes as long.
 */
const LONGEST_MS = 20_000;
const LONGEST_BEGINNINGS = 30;

/** A notebook's page whose cells can be edited and run. */
export class LivePage {
  readonly cells: readonly LiveCell[];
  private readonly kernel: PageKernel;
  private readonly store: CellStore;
  private readonly panel: ReadingsPanel;
  private inForce: Provenance | undefined;
  private longest: Promise<number> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly language: Language, private readonly addresses: LiveAddresses) {
    const main = document.querySelector<HTMLElement>("main")!;
    this.kernel = new PageKernel(language, addresses);
    this.store = new CellStore(`${language}/${main.dataset.notebook!}`, main.dataset.version!);
    const kept = this.store.texts();
    const types = new TypeAssist(addresses);
    const traced = new Set(Array.from(document.querySelectorAll<HTMLAnchorElement>("a.traced"), (link) => link.hash.slice(1)));
    const page = {
      language, traced, word: addresses.word, editor: addresses.editor,
      run: (cell: LiveCell, above?: boolean) => this.runFor(cell, above),
      exercise: (id: string, question: ExerciseQuestion) => this.kernel.exercise(id, question),
      stop: () => this.stop(),
      assist: (cell: LiveCell) => types.for(() => this.cells.slice(0, this.cells.indexOf(cell)).map(({ text }) => text)),
      keep: (cell: LiveCell) => void this.store.keep(cell.id, cell.isEdited ? cell.text : undefined),
      link: (cell: LiveCell) => void this.copyLink(cell),
      next: (cell: LiveCell) => this.cells[this.cells.indexOf(cell) + 1]?.section.querySelector<HTMLElement>("button, .cm-content")?.focus(),
    };
    this.cells = Array.from(document.querySelectorAll<HTMLElement>("section.cell:has(> details.code)"), (section, i) => new LiveCell(section, i + 1, page, kept[section.id]));
    this.panel = new ReadingsPanel(language, addresses.study !== undefined, (readings) => void this.choose(readings), () => void this.runStale(), (from) => this.kernel.allReadings(from));
    main.querySelector("section")!.after(this.bar());
    // Whoever reaches for what runs cells is about to use it: the package comes meanwhile.
    for (const reached of ["pointerover", "focusin"]) {
      main.addEventListener(reached, ({ target }) => void ((target as Element).closest(".live-tools, .live-exercise, .live-readings") && this.kernel.start().catch(() => undefined)));
    }
    this.offerCarried();
  }

  /** Loads the package; nothing is run. */
  ready = async (): Promise<void> => {
    await this.kernel.start();
    await this.patience();
  };

  /** Measured once, by the first answer of a worker that has just been made. */
  private patience(): Promise<number> {
    const asked = performance.now();
    return (this.longest ??= this.kernel.files([]).then(() => Math.max(LONGEST_MS, LONGEST_BEGINNINGS * (performance.now() - asked)), () => LONGEST_MS));
  }

  /** Runs one cell, after those that are running; of a text that is given, that text. */
  run(cell: LiveCell, text = cell.text): Promise<CellResult> {
    if (text !== cell.text) cell.setText(text);
    const done = this.last.then(() => this.runNow(cell));
    this.last = done;
    return done;
  }

  async reset(): Promise<void> {
    this.stop();
    for (const cell of this.cells) cell.say("");
    await this.kernel.start();
  }

  private stop(): void {
    this.kernel.stop(LIVE.stopped[this.language]);
    for (const cell of this.cells) cell.hasRun = false;
  }

  private async runNow(cell: LiveCell): Promise<CellResult> {
    if (cell.needsNode && !cell.isEdited) {
      cell.say(LIVE.needsNode[this.language]);
      cell.hasRun = true;
      return { outputs: cell.committed ?? [] };
    }
    cell.running(true);
    let result: CellResult;
    let end: ReturnType<typeof setTimeout> | undefined;
    try {
      await this.kernel.start();
      end = setTimeout(() => this.stop(), await this.patience());
      result = await this.kernel.run(cell.text);
    } catch (error) {
      result = { outputs: [], error: { name: error instanceof Stopped ? "Stopped" : "Error", message: inWords(this.language)(error) } };
    } finally {
      clearTimeout(end);
    }
    cell.running(false);
    cell.show(result);
    if (this.panel.element.open || this.inForce) await this.look().catch(() => undefined);
    return result;
  }

  /** With what stands above and has not run, since a cell needs its variables; ends at the first error. */
  private async runFor(cell: LiveCell, all = false): Promise<CellResult | undefined> {
    for (const one of this.cells.slice(0, this.cells.indexOf(cell))) {
      if ((all || !one.hasRun) && (await this.run(one)).error) return undefined;
    }
    return this.run(cell);
  }

  private async look(change?: Partial<Readings>): Promise<PanelState | PanelTrouble> {
    const state = await this.kernel.panel(change);
    this.panel.show(state);
    if ("inForce" in state) this.inForce = state.inForce;
    this.markStale();
    return state;
  }

  private staleCells(): LiveCell[] {
    return this.inForce ? this.cells.filter((cell) => departure(cell.made, this.inForce!)) : [];
  }

  private markStale(): void {
    if (!this.inForce) return;
    for (const cell of this.cells) cell.markStale(departure(cell.made, this.inForce));
    this.panel.showStale(this.staleCells().length);
  }

  /** A switch: what departs from it is marked at once, and run again with all that it needs. */
  private async choose(readings: Readings): Promise<void> {
    await this.look(Object.fromEntries(Object.entries(readings).filter(([name, choice]) => defaultReadings[name as keyof Readings] !== choice)));
    await this.runStale();
  }

  private async runStale(): Promise<void> {
    const last = this.staleCells().at(-1);
    if (!last) return;
    for (const cell of this.cells.slice(0, this.cells.indexOf(last) + 1)) if ((await this.run(cell)).error) return;
  }

  /** Data of the reader's, or the stand-in again: every cell is run on them. */
  private async useFiles(files: readonly File[], own: boolean): Promise<void> {
    await this.kernel.files(files);
    this.stop();
    await this.kernel.start();
    const state = await this.look();
    if ("error" in state) throw new Error(state.error);
    document.querySelector<HTMLElement>("main > .synthetic")?.toggleAttribute("hidden", !state.synthetic);
    if (own) for (const cell of this.cells) if ((await this.run(cell)).error) return;
    if (!own) await this.runStale();
  }

  private bar(): HTMLElement {
    const say = (key: keyof typeof LIVE): string => LIVE[key][this.language];
    const bar = document.createElement("section");
    bar.className = "live-bar";
    bar.setAttribute("aria-label", say("tools"));
    const buttons = document.createElement("div");
    buttons.className = "live-tools";
    buttons.append(
      button(`▶ ${say("runAll")}`, say("runAll"), () => void this.runFor(this.cells.at(-1)!, true)),
      button(say("reset"), say("resetHelp"), () => void this.reset()),
      button(say("download"), say("download"), () => void this.download()),
    );
    const text = document.createElement("p");
    text.textContent = say("toolsText");
    this.panel.element.addEventListener("toggle", () => this.panel.element.open && void this.look());
    bar.append(text, buttons, this.panel.element, new OwnData(this.language, this.addresses.study !== undefined, (files, own) => this.useFiles(files, own)).element);
    return bar;
  }

  private async download(): Promise<void> {
    const notebook = (await handed("sojournNotebook", this.addresses.notebook)) as { cells: { id: string; source: string | string[] }[] };
    const texts = new Map(this.cells.filter((cell) => cell.isEdited).map((cell) => [cell.id, cell.text]));
    const cells = notebook.cells.map((cell) => (texts.has(cell.id) ? { ...cell, source: texts.get(cell.id)!.split(/(?<=\n)/) } : cell));
    const name = document.querySelector<HTMLElement>("main")!.dataset.notebook!;
    saveFile(new Blob([`${JSON.stringify({ ...notebook, cells }, null, 1)}\n`], { type: "application/x-ipynb+json" }), `${name}.ipynb`);
  }

  private async copyLink(cell: LiveCell): Promise<void> {
    const link = editLink(location.href, { cell: cell.id, text: cell.text });
    if (link === undefined) return cell.say(LIVE.linkLong[this.language]);
    await navigator.clipboard?.writeText(link).catch(() => undefined);
    history.replaceState(null, "", link);
    cell.say(LIVE.linkCopied[this.language]);
  }

  /** A text that the address brings is shown, and put into its cell only where the reader says so; it is never run by itself. */
  private offerCarried(): void {
    const carried = carriedEdit(location.hash);
    if (carried === undefined) return;
    const cell = carried === "broken" ? undefined : this.cells.find(({ id }) => id === carried.cell);
    const notice = document.createElement("section");
    notice.className = "caution live-carried";
    const say = (key: keyof typeof LIVE): string => LIVE[key][this.language];
    const paragraph = (text: string) => Object.assign(document.createElement("p"), { textContent: text });
    if (!cell || carried === "broken") notice.append(paragraph(say("linkBroken")));
    else {
      const pre = document.createElement("pre");
      pre.textContent = carried.text;
      const away = () => notice.remove();
      notice.append(paragraph(`${say("linkBrought")} ${cell.number}`), pre, paragraph(say("linkWarning")), button(say("linkTake"), say("linkTake"), () => {
        cell.setText(carried.text);
        this.store.keep(cell.id, carried.text);
        cell.section.scrollIntoView();
        away();
      }), " ", button(say("linkLeave"), say("linkLeave"), away));
    }
    document.querySelector("main")!.prepend(notice);
  }
}
