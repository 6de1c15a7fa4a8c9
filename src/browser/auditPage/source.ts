import { decodeText } from "../../published/table/decodeText";
import { button, element } from "./element";
import { sentenceOf } from "./readPasted";
import type { Say } from "./words";

/** Where the table comes from: a box to paste into or to drop a file on, a file chosen, the example. */
export interface Source {
  readonly element: HTMLElement;
  readonly text: () => string;
  readonly setText: (text: string) => void;
}

/**
 * @param read   called when the text is to be read
 * @param fail   called with a sentence where a file cannot be taken
 */
export function sourceBox(say: Say, example: string | null, read: () => void, fail: (sentence: string) => void): Source {
  const area = element("textarea", { id: "table-text", rows: "10", spellcheck: false, autocomplete: "off", wrap: "off", "aria-describedby": "table-help" });
  const file = element("input", { id: "table-file", type: "file", class: "visually-hidden", accept: ".txt,.csv,.tsv,.md,.tex,.html,.htm,.json,text/*", tabindex: "-1", "aria-hidden": "true" });
  const take = async (chosen: File): Promise<void> => {
    try {
      area.value = decodeText(new Uint8Array(await chosen.arrayBuffer()), chosen.name);
      read();
    } catch (error) {
      fail(sentenceOf(error, say));
    }
  };
  file.addEventListener("change", () => {
    if (file.files?.[0]) void take(file.files[0]);
    file.value = "";
  });
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", (event) => {
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return; // text: the browser puts it where it falls
    event.preventDefault();
    void take(dropped);
  });
  const setText = (text: string): void => {
    area.value = text;
  };
  return {
    element: element("div", {},
      element("p", { id: "table-help", class: "note" }, say("pasteHelp")),
      element("label", { for: "table-text", class: "visually-hidden" }, say("table")), area, file,
      element("p", { class: "buttons" },
        button(say("read"), "main", read),
        button(say("chooseFile"), "", () => file.click()),
        example !== null && button(say("example"), "", () => {
          setText(example);
          read();
        }))),
    text: () => area.value,
    setText,
  };
}
