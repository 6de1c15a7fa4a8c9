import type { Language } from "../../../bilingual";
import { button } from "../../../display/reader/controls";
import type { Provenance } from "../../../provenance";
import type { ExerciseQuestion } from "../kernel/messages";
import type { CellResult } from "../kernel/runCell";
import { loadScript } from "../loadScript";
import type { Output } from "../kernel/outputs";
import type { Assist, Editor } from "../editor/main";
import type { CellExercise } from "../../live/exerciseOf";
import { ExerciseBox } from "./exerciseBox";
import { outputElements } from "./outputs";
import type { Departure } from "./staleness";
import { madeFrom } from "./staleness";
import { LIVE } from "./words";

/** What a cell asks of its page. */
export interface CellPage {
  readonly language: Language;
  readonly word: string;
  readonly editor: string;
  readonly traced: ReadonlySet<string>;
  readonly assist: (cell: LiveCell) => Assist;
  /** @returns what came of the cell; undefined where one above it failed */
  readonly run: (cell: LiveCell, above?: boolean) => Promise<CellResult | undefined>;
  readonly exercise: (id: string, question: ExerciseQuestion) => Promise<string>;
  readonly stop: () => void;
  readonly keep: (cell: LiveCell) => void;
  readonly link: (cell: LiveCell) => void;
  readonly next: (cell: LiveCell) => void;
}

/** A cell of code on the page: its text (the author's, or the reader's), its tools and what came out of it. */
export class LiveCell {
  readonly id: string;
  readonly original: string;
  readonly needsNode: boolean;
  readonly committed: readonly Output[] | undefined;
  text: string;
  /** It has run in the worker as it is now. */
  hasRun = false;
  made: readonly Provenance[];
  private editor: Editor | undefined;
  private opening: Promise<void> | undefined;
  private readonly code: HTMLElement;
  private readonly shown: HTMLElement;
  private readonly outputs: HTMLElement;
  private readonly status = document.createElement("span");
  private readonly stale = document.createElement("p");
  private readonly runButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly originalButton: HTMLButtonElement;

  constructor(readonly section: HTMLElement, readonly number: number, private readonly page: CellPage, kept: string | undefined) {
    const say = (key: keyof typeof LIVE): string => LIVE[key][page.language];
    this.id = section.id;
    this.code = section.querySelector<HTMLElement>("details.code")!;
    this.shown = this.code.querySelector<HTMLElement>("pre")!;
    this.outputs = section.querySelector<HTMLElement>(".outputs")!;
    this.original = this.shown.textContent!;
    this.text = kept ?? this.original;
    this.needsNode = section.dataset.needsNode !== undefined;
    this.committed = json(section.querySelector("script.live-committed")) as readonly Output[] | undefined;
    this.made = madeFrom(((json(section.querySelector("script.live-made")) as unknown[] | undefined) ?? []).map((sojourn) => ({ metadata: { sojourn } })));
    this.runButton = button(`▶ ${say("run")}`, `${say("run")} ${number}`, () => void page.run(this));
    this.stopButton = button(`■ ${say("stop")}`, `${say("stop")} ${number}`, () => page.stop());
    this.originalButton = button(say("original"), `${say("original")} ${number}`, () => this.backToOriginal());
    const tools = document.createElement("div");
    tools.className = "live-tools";
    this.status.setAttribute("role", "status");
    this.stopButton.hidden = true;
    tools.append(this.runButton, this.stopButton, button(say("edit"), `${say("edit")} ${number}`, () => void this.edit()), button(say("runAbove"), `${say("runAbove")} ${number}`, () => void page.run(this, true)),
      button(say("link"), `${say("link")} ${number}`, () => page.link(this)), this.originalButton, this.status);
    this.code.after(tools);
    const { exercise } = section.dataset;
    if (exercise !== undefined) tools.after(new ExerciseBox(page.language, JSON.parse(exercise) as CellExercise, page.exercise, () => page.run(this)).element);
    this.stale.className = "live-stale";
    this.stale.hidden = true;
    this.outputs.before(this.stale);
    this.shown.addEventListener("dblclick", () => void this.edit());
    if (this.needsNode) this.say(say("needsNode"));
    if (kept !== undefined) this.showText();
    this.refreshTools();
  }

  get isEdited(): boolean {
    return this.text !== this.original;
  }

  say(words: string): void {
    this.status.textContent = words;
  }

  running(is: boolean): void {
    this.stopButton.hidden = !is;
    this.runButton.disabled = is;
    this.section.setAttribute("aria-busy", String(is));
    if (is) this.say(LIVE.running[this.page.language]);
  }

  show(result: CellResult): void {
    const { language, word, traced } = this.page;
    try {
      this.outputs.replaceChildren(...outputElements(result, { language, cell: this.number, word, traced }));
    } catch (error) {
      this.outputs.replaceChildren(...outputElements({ outputs: [], error: { name: "Error", message: String(error) } }, { language, cell: this.number, word, traced }));
    }
    this.made = madeFrom(result.outputs as readonly { metadata?: unknown }[]);
    this.hasRun = result.error === undefined;
    this.say(result.error ? `✗ ${LIVE.failed[language]}` : `✓ ${LIVE.ran[language]}`);
    this.editor?.mark(result.error?.line === undefined ? undefined : { line: result.error.line, column: result.error.column ?? 1, message: result.error.message });
  }

  markStale(how: Departure | undefined): void {
    this.stale.hidden = how === undefined;
    if (!how) return;
    const { language } = this.page;
    const parts = [...how.readings.map(({ name, made, now }) => `${name}: ${made} → ${now}`), ...(how.otherData ? [LIVE.otherData[language]] : [])];
    this.stale.textContent = `${LIVE.stale[language]} ${parts.join(language === "zh" ? "；" : "; ")}`;
  }

  /** The editor takes the place of the text; Esc leads out of it. */
  async edit(focus = true): Promise<void> {
    await (this.opening ??= this.open());
    if (focus) this.editor!.focus();
  }

  setText(text: string): void {
    this.text = text;
    this.hasRun = false;
    this.editor?.set(text);
    if (!this.editor) this.showText();
    this.refreshTools();
  }

  private async open(): Promise<void> {
    (this.code as HTMLDetailsElement).open = true;
    if (!window.sojournEditor) await loadScript(this.page.editor);
    const place = document.createElement("div");
    place.className = "live-editor";
    this.shown.after(place);
    this.shown.hidden = true;
    const { language } = this.page;
    this.editor = window.sojournEditor!(place, this.text, {
      label: `${LIVE.editor[language]} ${this.number}`,
      changed: (text) => {
        this.text = text;
        this.hasRun = false;
        this.say(this.isEdited ? `${LIVE.edited[language]}` : "");
        this.refreshTools();
        this.page.keep(this);
      },
      run: () => {
        void this.page.run(this);
        this.page.next(this);
      },
      leave: () => this.runButton.focus(),
      assist: this.page.assist(this),
    });
  }

  /** Without an editor: the reader's text instead of the coloured original. */
  private showText(): void {
    const code = document.createElement("code");
    code.textContent = this.text;
    this.shown.replaceChildren(code);
    if (this.isEdited) this.say(LIVE.edited[this.page.language]);
  }

  private backToOriginal(): void {
    this.setText(this.original);
    this.page.keep(this);
    this.say("");
  }

  private refreshTools(): void {
    this.originalButton.hidden = !this.isEdited;
    this.section.classList.toggle("is-edited", this.isEdited);
  }
}

function json(script: Element | null): unknown {
  return script ? JSON.parse(script.textContent) : undefined;
}
