import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import type { Language } from "../../../src/bilingual";
import { tableHtml } from "../../../src/display/render/tableHtml";
import type { Table } from "../../../src/display/table";
import { choicesOf, PLAIN_VIEW, type TableView } from "../../../src/display/view/tableView";
import { viewTable } from "../../../src/display/view/viewTable";
import type { Languages } from "../../../src/display/words";
import { TABLE_MIME } from "../mimeTypes";
import { languageOf, WORDS } from "../words";
import { chosenLanguage, rememberLanguage } from "./chosenLanguage";
import { button, choice } from "./controls";
import { COPIES, copyText, saveFile } from "./takeAway";

/** A table of Sojourn with what a reader may do with it: see it otherwise, and take away just what is seen. */
export class TableWidget extends Widget implements IRenderMime.IRenderer {
  private readonly tools = document.createElement("div");
  private readonly place = document.createElement("div");
  private readonly status = document.createElement("span");
  private source: Table | undefined;
  private view: TableView = PLAIN_VIEW;
  private languages: Languages;

  constructor(private readonly language: Language = languageOf(undefined)) {
    super();
    this.languages = chosenLanguage(language);
    this.addClass("sojourn-table-output");
    this.tools.className = "sojourn-table-tools";
    this.tools.setAttribute("role", "group");
    this.tools.setAttribute("aria-label", WORDS.tableTools[language]);
    this.place.className = "sojourn-table-place";
    this.place.tabIndex = 0; // a wide table scrolls, by the keyboard too
    this.place.setAttribute("role", "region");
    this.status.setAttribute("role", "status");
    this.status.className = "sojourn-table-status";
    this.node.append(this.tools, this.place);
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    try {
      this.source = model.data[TABLE_MIME] as unknown as Table;
      this.rewrite();
      this.fillTools();
    } catch (error) {
      this.tools.replaceChildren();
      const said = document.createElement("pre");
      said.textContent = `${WORDS.notShown[this.language]} ${error instanceof Error ? error.message : String(error)}\n\n${String(model.data["text/plain"] ?? "")}`;
      this.place.replaceChildren(said);
    }
  }

  /** The table as it is seen. */
  private seen = (): Table => viewTable(this.source!, this.view);

  private rewrite(): void {
    this.place.innerHTML = tableHtml(this.seen(), this.languages); // it escapes whatever comes from the notebook
    const table = this.place.querySelector("table")!;
    this.place.setAttribute("aria-label", this.source!.title[this.language]);
    table.dataset.tableId = table.id;
    table.removeAttribute("id"); // the same table may stand in several cells
  }

  private fillTools(): void {
    const choices = choicesOf(this.source!);
    const of = <K extends keyof TableView>(key: K, values: readonly TableView[K][]) =>
      choice(WORDS[key][this.language], values.map((value) => ({ value, text: WORDS[value][this.language] })), this.view[key], (value) => this.change({ [key]: value }));
    const languages = choice(WORDS.tableLanguage[this.language], [
      { value: "both", text: WORDS.bothLanguages[this.language] }, { value: "en", text: "English" }, { value: "zh", text: "中文" },
    ], this.languages, (value: Languages) => {
      this.languages = value;
      rememberLanguage(value);
      this.rewrite();
    });
    const copies = document.createElement("span");
    copies.className = "sojourn-table-copies";
    copies.append(`${WORDS.copy[this.language]} `, ...COPIES.map(({ name, write }) =>
      button(name, `${WORDS.copy[this.language]} ${name}`, () => this.take(`${name} ${WORDS.copied[this.language]}`, () => copyText(write(this.seen(), this.languages))))));
    const word = button("Word", WORDS.saveWord[this.language], () => this.take(`${this.source!.id}.docx ${WORDS.saved[this.language]}`, () => this.saveWord()));
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
      this.status.textContent = `✗ ${WORDS.notCopied[this.language]}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  private async saveWord(): Promise<void> {
    const [docx, { tableDocx }] = await Promise.all([import("docx"), import("./tableDocx")]);
    saveFile(await docx.Packer.toBlob(tableDocx(this.seen(), this.languages, docx)), `${this.source!.id}.docx`);
  }
}
