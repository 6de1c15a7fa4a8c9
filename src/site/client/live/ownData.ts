import type { Language } from "../../../bilingual";
import { button } from "../../../display/reader/controls";
import { inWords } from "../../../faults/inWords";
import { CHOICE_PLACE, STUDY_CHOICE } from "../../live/studyPlace";
import type { File as PageFile } from "./kernel";
import { LIVE } from "./words";

const FOLDER = "/notebooks/own";

/** A place where a reader puts files of their own: they are read here and given to the worker alone. */
export class OwnData {
  readonly element = document.createElement("details");
  private readonly said = document.createElement("p");
  private readonly back: HTMLButtonElement;

  /**
   * @param study  the page is of a study of somebody's own, by whose codebook the files are read
   * @param use    gives files to the worker and looks at what they make; rejects where they cannot be used
   */
  constructor(private readonly language: Language, private readonly study: boolean, private readonly use: (files: readonly PageFile[], own: boolean) => Promise<void>) {
    const say = (key: keyof typeof LIVE): string => LIVE[key][language];
    this.element.className = "live-data";
    this.element.appendChild(document.createElement("summary")).textContent = say("ownData");
    this.element.appendChild(document.createElement("p")).textContent = say("ownDataHelp");
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, accept: ".csv,.tsv,.txt,.sav,.zsav,.dta,.xlsx,.parquet,.gz,.json" });
    input.setAttribute("aria-label", say("ownData"));
    input.addEventListener("change", () => void this.take([...(input.files ?? [])]));
    this.said.setAttribute("role", "status");
    this.back = button(say(study ? "dataBackStudy" : "dataBack"), say(study ? "dataBackStudy" : "dataBack"), () => void this.leave());
    this.back.hidden = true;
    this.element.append(input, this.said, this.back);
    addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
    addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      this.element.open = true;
      void this.take([...event.dataTransfer.files]);
    });
  }

  private async take(files: readonly File[]): Promise<void> {
    const { language } = this;
    try {
      const data = files.filter(({ name }) => !/\.json$/i.test(name));
      const mapping = files.find(({ name }) => /\.json$/i.test(name));
      if (data.length === 0) throw new Error(`${files.map(({ name }) => name).join(", ")}: ${LIVE.mappingAlone[language]}`);
      const read = await Promise.all(files.map(async (file): Promise<PageFile> => ({ path: `${FOLDER}/${file.name}`, content: new Uint8Array(await file.arrayBuffer()) })));
      const choice = { ...(this.study && STUDY_CHOICE), files: data.map(({ name }) => `own/${name}`), ...(mapping && { mapping: `own/${mapping.name}` }), readings: {} };
      await this.use([...read, { path: CHOICE_PLACE, content: JSON.stringify(choice) }], true);
      this.said.textContent = `${LIVE.dataTaken[language]}: ${data.map(({ name }) => name).join(", ")}`;
      this.back.hidden = false;
    } catch (error) {
      await this.use([this.before()], false).catch(() => undefined);
      const why = inWords(language)(error).replaceAll(`${FOLDER}/`, "");
      this.said.textContent = `✗ ${LIVE.dataRefused[language]} ${why}${/ --(?:sheet|encoding|separator)\b/.test(why) ? ` ${LIVE.noOptions[language]}` : ""}`;
      this.back.hidden = true;
    }
  }

  /** The choice that the page came with. */
  private before(): PageFile {
    return { path: CHOICE_PLACE, content: this.study ? JSON.stringify(STUDY_CHOICE) : undefined };
  }

  private async leave(): Promise<void> {
    await this.use([this.before()], false);
    this.said.textContent = "";
    this.back.hidden = true;
  }
}
