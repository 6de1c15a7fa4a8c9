import type { Cell } from "@jupyterlab/cells";
import type { Notebook } from "@jupyterlab/notebook";
import type { Language } from "../../../src/bilingual";
import { WORDS } from "../words";
import type { Departure } from "./outputRecords";

const CLASS = "sojourn-stale";

/** Marks cells in the page: a note above the output that says what has changed, with a button, and a bar beside it. */
export class StaleMarks {
  private shown: ReadonlyMap<string, readonly Departure[]> = new Map();

  constructor(private readonly notebook: Notebook, private readonly runAgain: (cell: string) => void, private readonly language: () => Language) {
    // A long notebook makes and drops cells' nodes as it is scrolled.
    let waiting = false;
    const observer = new MutationObserver(() => {
      if (waiting || this.shown.size === 0) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        this.place();
      });
    });
    observer.observe(notebook.node, { childList: true, subtree: true });
    notebook.disposed.connect(() => observer.disconnect());
  }

  show(departures: ReadonlyMap<string, readonly Departure[]>): void {
    this.shown = departures;
    this.notebook.node.querySelectorAll(`.${CLASS}-note`).forEach((note) => note.remove());
    this.place();
  }

  private place(): void {
    for (const cell of this.notebook.widgets) {
      const departures = this.shown.get(cell.model.id);
      cell.node.classList.toggle(CLASS, departures !== undefined);
      const outputs = cell.node.querySelector(":scope > .jp-Cell-outputWrapper");
      if (departures && outputs && !cell.node.querySelector(`:scope > .${CLASS}-note`)) outputs.before(this.note(cell, departures));
    }
  }

  private note(cell: Cell, departures: readonly Departure[]): HTMLElement {
    const language = this.language();
    const note = document.createElement("div");
    note.className = `${CLASS}-note`;
    note.setAttribute("role", "note");
    note.lang = language;
    const text = document.createElement("span");
    text.textContent = `⚠ ${WORDS.stale[language]}: ${departures.map((departure) => departureText(departure, language)).join("; ")}. `;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = WORDS.rerunOne[language];
    button.addEventListener("click", () => this.runAgain(cell.model.id));
    note.append(text, button);
    return note;
  }
}

const departureText = ({ what, name, made, now }: Departure, language: Language): string =>
  `${name ?? WORDS[what][language]} ${WORDS.madeUnder[language]} ${made}${what === "data" ? ` ${WORDS.rows[language]}` : ""}, ${WORDS.now[language]} ${now}`;
