// @ts-check
// nbclient keeps every message of a stream apart; JupyterLab, and our runner, show those that follow each other as one.
import { readFileSync, writeFileSync } from "node:fs";

/** @param {string} file */
export function joinStreams(file) {
  const notebook = JSON.parse(readFileSync(file, "utf8"));
  const text = (output) => [output.text].flat().join("");
  for (const cell of notebook.cells.filter(({ outputs }) => outputs)) {
    cell.outputs = cell.outputs.reduce((all, output) => {
      const last = all.at(-1);
      if (output.output_type !== "stream" || last?.output_type !== "stream" || last.name !== output.name) return [...all, output];
      return [...all.slice(0, -1), { ...last, text: text(last) + text(output) }];
    }, []);
  }
  writeFileSync(file, JSON.stringify(notebook));
}
