import type { Language } from "../../bilingual";
import { tableHtml } from "../render/tableHtml";
import type { Table } from "../table";
import { choicesOf, PLAIN_VIEW, type TableView } from "../view/tableView";
import { viewTable } from "../view/viewTable";
import type { Languages } from "../words";
import { button, choice } from "./controls";
import { TABLE_WORDS as WORDS } from "./tableWords";
import { COPIES, copyText, saveFile } from "./takeAway";

/** What the page around a table gives and decides. */
export interface Surroundings {
  /** Of the tools. */
  readonly language: Language;
  /** Of the table, to begin with. */
  readonly languages: Languages;
  readonly rememberLanguages: (languages: Languages) => void;
  /** Makes a table fit for its page: frames, links, ids. */
  readonly dress?: (written: HTMLElement) => void;
  /** A table as the bytes of a Word file; the library that makes it is loaded by then. */
  readonly word: (table: Table, languages: Languages) => Promise<Blob>;
}

/** A table with what a reader may do with it: see it otherwise, and take away just what is seen. In JupyterLab and on the site. */
export class TableReader {
  private readonly tools = document.createElement("div");
  private readonly place = document.createElement("div");
  private readonly status = document.createElement("span");
  private view: TableView = PLAIN_VIEW;
  private languages: Languages;

  /**
   * @param source  checked: see `safeTable`
   * @param written the table as it stands on the page already, in the language of the page; without it, it is written
   */
  constructor(private readonly source: Table, private readonly around: Surroundings, written?: HTMLElement) {
    const { language } = around;
    this.languages = around.languages;
    this.tools.className = "sojourn-table-tools";
    this.tools.setAttribute("role", "group");
    this.tools.setAttribute("aria-label", `${WORDS.tableTools[language]}: ${source.title[language]}`);
    this.place.className = "sojourn-table-place";
    this.status.setAttribute("role", "status");
    this.status.className = "sojourn-table-status";
    if (written) this.place.append(written);
    else this.rewrite();
    this.fillTools();
  }

  get nodes(): readonly HTMLElement[] {
    return [this.tools, this.place];
  }

  /** The table as it is seen. */
  private seen = (): Table => viewTable(this.source, this.view);

  private rewrite(): void {
    this.place.innerHTML = tableHtml(this.seen(), this.languages); // it escapes whatever comes from the notebook
    const table = this.place.querySelector("table")!;
    table.dataset.tableId = table.id;
    table.removeAttribute("id"); // the same table may stand in several cells
    this.around.dress?.(this.place);
  }

  private fillTools(): void {
    const { language } = this.around;
    const choices = choicesOf(this.source);
    const of = <K extends keyof TableView>(key: K, values: readonly TableView[K][]) =>
      choice(WORDS[key][language], values.map((value) => ({ value, text: WORDS[value][language] })), this.view[key], (value) => this.change({ [key]: value }));
    const languages = choice(WORDS.tableLanguage[language], [
      { value: "both", text: WORDS.bothLanguages[language] }, { value: "en", text: "English" }, { value: "zh", text: "中文" },
    ], this.languages, (value: Languages) => {
      this.languages = value;
      this.around.rememberLanguages(value);
      this.rewrite();
    });
    const copies = document.createElement("span");
    copies.className = "sojourn-table-copies";
    copies.append(`${WORDS.copy[language]} `, ...COPIES.map(({ name, write }) =>
      button(name, `${WORDS.copy[language]} ${name}`, () => void this.take(`${name} ${WORDS.copied[language]}`, () => copyText(write(this.seen(), this.languages))))));
    const word = button("Word", WORDS.saveWord[language], () => void this.take(`${this.source.id}.docx ${WORDS.saved[language]}`, async () =>
      saveFile(await this.around.word(this.seen(), this.languages), `${this.source.id}.docx`)));
    copies.append(" · ", word);
    this.tools.replaceChildren(...of("scale", choices.scales), ...of("spread", choices.spreads), ...of("columns", choices.columns), ...languages, copies, this.status);
  }

  private change(changed: Partial<TableView>): void {
    this.view = { ...this.view, ...changed };
    this.rewrite();
  }

  private async take(done: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.status.textContent = `✓ ${done}`;
    } catch (error) {
      this.status.textContent = `✗ ${WORDS.notCopied[this.around.language]}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
