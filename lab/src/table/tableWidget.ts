import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import type { Language } from "../../../src/bilingual";
import { safeTable } from "../../../src/display/safe/safeTable";
import { TABLE_MIME } from "../mimeTypes";
import { languageAround } from "../language";
import { WORDS } from "../words";
import { tableNodes } from "./tableNodes";

/** A table of Sojourn with what a reader may do with it: see it otherwise, and take away just what is seen. */
export class TableWidget extends Widget implements IRenderMime.IRenderer {
  private model: IRenderMime.IMimeModel | undefined;

  constructor() {
    super();
    this.addClass("sojourn-table-output");
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.model = model;
    this.write(model, languageAround(this.node));
  }

  /** Only where it stands can it be known which language its document speaks. */
  protected override onAfterAttach(): void {
    if (this.model) this.write(this.model, languageAround(this.node));
  }

  private write(model: IRenderMime.IMimeModel, language: Language): void {
    try {
      const table = safeTable(model.data[TABLE_MIME]);
      this.node.replaceChildren(...tableNodes(table, language));
    } catch (error) {
      const said = document.createElement("pre");
      said.textContent = `${WORDS.notShown[language]} ${error instanceof Error ? error.message : String(error)}\n\n${(model.data["text/plain"] ?? "") as string}`;
      this.node.replaceChildren(said);
    }
  }
}
