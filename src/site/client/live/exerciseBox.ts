import type { Language } from "../../../bilingual";
import { button } from "../../../display/reader/controls";
import { inWords } from "../../../faults/inWords";
import type { CellExercise } from "../../live/exerciseOf";
import type { ExerciseQuestion } from "../kernel/messages";
import type { CellResult } from "../kernel/runCell";
import { answerOf, verdictIn } from "./answer";
import { LIVE } from "./words";

type Field = HTMLInputElement | HTMLSelectElement;

/** Beside the cell of an exercise: fields for its answer, a check, and hints one by one. */
export class ExerciseBox {
  readonly element = document.createElement("form");
  private readonly fields = new Map<string, Field>();
  private readonly verdict = document.createElement("p");
  private readonly hints = document.createElement("ul");
  private telling = Promise.resolve();
  private told = 0;
  private checks = 0;

  /**
   * @param ask      the package's own words on the exercise
   * @param runCell  runs the exercise's cell, which may hold the answer; undefined where a cell above it failed
   */
  constructor(
    private readonly language: Language, private readonly exercise: CellExercise,
    private readonly ask: (id: string, question: ExerciseQuestion) => Promise<string>, private readonly runCell: () => Promise<CellResult | undefined>,
  ) {
    const { id, parts } = exercise;
    const name = `${LIVE.exercise[language]} ${id}`;
    this.element.className = "live-exercise";
    this.element.setAttribute("aria-label", name);
    this.element.noValidate = true;
    const title = this.element.appendChild(document.createElement("strong"));
    title.textContent = name;
    for (const part of parts) this.element.append(this.field(part));
    const check = button(LIVE.check[language], `${LIVE.check[language]} ${id}`, () => undefined);
    check.type = "submit"; // and so Enter in a field
    const buttons = this.element.appendChild(document.createElement("span"));
    buttons.append(check, " ", button(LIVE.hint[language], `${LIVE.hint[language]} ${id}`, () => void this.hint()));
    for (const said of [this.verdict, this.hints]) said.setAttribute("aria-live", "polite");
    this.element.append(this.verdict, this.hints);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.check();
    });
  }

  private field({ name, words }: CellExercise["parts"][number]): HTMLElement {
    const label = document.createElement("label");
    const field = words === undefined ? Object.assign(document.createElement("input"), { type: "text", inputMode: "decimal", size: 8, autocomplete: "off" }) : document.createElement("select");
    if (words) field.append(new Option(`(${LIVE.choose[this.language]})`, ""), ...words.map((word) => new Option(word, word)));
    this.fields.set(name, field);
    label.append(`${name || LIVE.answer[this.language]} `, field);
    return label;
  }

  private async check(): Promise<void> {
    const { language, exercise: { id } } = this;
    const number = ++this.checks;
    this.verdict.textContent = LIVE.checking[language];
    const given = answerOf(Object.fromEntries([...this.fields].map(([name, { value }]) => [name, value])));
    const said = await (given === undefined ? this.answeredInCell() : this.ask(id, { given })).catch(inWords(language));
    if (number === this.checks) this.verdict.textContent = said; // not what an earlier question has waited for
  }

  /** With empty fields: what the cell itself has answered. */
  private async answeredInCell(): Promise<string> {
    const result = await this.runCell();
    if (!result || result.error) return `✗ ${LIVE.cellFailed[this.language]}`;
    const said = verdictIn(result, this.exercise.id, this.language);
    return said === undefined || said.startsWith("·") ? `· ${LIVE.noAnswer[this.language]}` : said;
  }

  /** One after the other, however fast they are asked for; after the last it is said once that there are no more. One that did not come is not used up. */
  private hint(): Promise<void> {
    return (this.telling = this.telling.then(async () => {
      const { language, exercise: { id, hints } } = this;
      const step = this.told + 1;
      if (step > hints + 1) return;
      try {
        const text = step > hints ? LIVE.noMoreHints[language] : await this.ask(id, { step });
        this.hints.appendChild(document.createElement("li")).textContent = text;
        this.told = step;
      } catch (error) {
        this.verdict.textContent = inWords(language)(error);
      }
    }));
  }
}
