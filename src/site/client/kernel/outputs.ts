import { PageFault } from "../pageFault";

/** An output of a cell, as nbformat has it. */
export type Output =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; text: string }
  | { readonly output_type: "display_data"; readonly data: Readonly<Record<string, unknown>>; readonly metadata: Readonly<Record<string, unknown>> };

/** A cell that prints more has gone wrong, and the page would drown in it. */
const MOST_CHARACTERS = 1_000_000;
const MOST_OUTPUTS = 500;

let outputs: Output[] = [];
let characters = 0;

/** Begins with no output. */
export function beginCell(): void {
  outputs = [];
  characters = 0;
}

export const outputsSoFar = (): readonly Output[] => outputs;

/**
 * An output of the cell that runs; text joins the text before it.
 *
 * @throws {OutputLimit} more than a page can show
 */
export function emit(output: Output): void {
  characters += output.output_type === "stream" ? output.text.length : 1000;
  if (characters > MOST_CHARACTERS || outputs.length >= MOST_OUTPUTS) throw new OutputLimit();
  const last = outputs.at(-1);
  if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) last.text += output.text;
  else outputs.push(output);
}

export class OutputLimit extends PageFault {
  constructor() {
    const characters = MOST_CHARACTERS.toLocaleString("en");
    super({ en: `the cell was stopped: it prints more than ${characters} characters or ${MOST_OUTPUTS} outputs`, zh: `单元已停止：输出超过 ${characters} 个字符或 ${MOST_OUTPUTS} 项` }, "OutputLimit");
  }
}
