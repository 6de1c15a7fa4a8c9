import { button, element } from "./element";
import type { Say } from "./words";

/** Where the table comes from: a box to paste into, a file chosen or dropped anywhere on the page, the example. */
export interface Source {
  readonly element: HTMLElement;
  readonly text: () => string;
  readonly setText: (text: string) => void;
}

/** Every form that is read: the list with which a file is offered to be chosen. */
const FORMS = ".pdf,.docx,.xlsx,.ipynb,.txt,.csv,.tsv,.md,.tex,.html,.htm,.rtf,.log,.smcl,.json,text/*";

export interface SourceEvents {
  /** The text is to be read. */
  readonly read: () => void;
  /** Files were chosen or dropped. */
  readonly take: (files: readonly File[]) => void;
}

export function sourceBox(say: Say, example: string | null, { read, take }: SourceEvents): Source {
  const area = element("textarea", { id: "table-text", rows: "10", spellcheck: "false", autocomplete: "off", wrap: "off", "aria-describedby": "table-help" });
  const file = element("input", { id: "table-file", type: "file", class: "visually-hidden", accept: FORMS, "aria-describedby": "table-help" });
  file.addEventListener("change", () => {
    take(Array.from(file.files ?? []));
    file.value = ""; // the same file may be chosen again
  });
  takeDropped(take);
  const setText = (text: string): void => {
    area.value = text;
  };
  return {
    element: element("div", {},
      element("p", { id: "table-help", class: "note" }, say("pasteHelp")),
      element("label", { for: "table-text", class: "visually-hidden" }, say("table")), area,
      element("p", { class: "buttons" },
        button(say("read"), "main", read),
        element("span", { class: "choose" }, file, element("label", { for: "table-file" }, say("chooseFile"))),
        example !== null && button(say("example"), "", () => {
          setText(example);
          read();
        }))),
    text: () => area.value,
    setText,
  };
}

/** A file dropped beside the box would else be opened in place of the page. A dropped text falls where the browser puts it. */
function takeDropped(take: SourceEvents["take"]): void {
  const files = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (files(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    take(Array.from(event.dataTransfer!.files));
  });
}
