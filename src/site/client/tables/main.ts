import type { Language } from "../../../bilingual";
import type { Table } from "../../../display/table";
import { readTable } from "./readTable";
import { followUniverses } from "./universes";

const { word = "" } = (document.currentScript as HTMLScriptElement).dataset;
const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const traced = new Set(Array.from(document.querySelectorAll<HTMLAnchorElement>("a.traced"), (link) => link.hash.slice(1)));

for (const output of document.querySelectorAll<HTMLElement>(".table-output")) {
  const table = JSON.parse(output.querySelector("script.table-json")!.textContent) as Table; // read and checked when the page was made
  output.prepend(...readTable(table, language, { written: output.querySelector<HTMLElement>(".table-frame") ?? undefined, traced, word }));
}

followUniverses(language, (table) => readTable(table, language, { written: undefined, traced, word }));
