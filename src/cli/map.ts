import { existsSync } from "node:fs";
import type { Command } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Bilingual } from "../bilingual";
import { tableHtml } from "../display/render/tableHtml";
import { plainTable } from "../display/tables/plainTable";
import type { Table } from "../display/table";
import { readJsonFile } from "../io/file";
import { openTables } from "../io/openTable";
import { readCodebook, type Codebook } from "../survey/codebook";
import { mappingFor } from "../survey/mapping";
import { draftMapping, type MappingDraft, openQuestions } from "../survey/mappingDraft";
import { proposeMapping, type FileProposal } from "../survey/proposeMapping";
import { checkMapping } from "../survey/readMapping";
import { withoutQuestions } from "../survey/withoutQuestions";
import { sfrcCodebook } from "../sfrc/readSfrc";
import { type CsvFormat, withCsvFormat } from "./csvFormat";
import { inHelp } from "./help/inHelp";
import { line } from "./language";
import { conclude, EXIT } from "./outcome";
import { refuseOutput, writeOutput } from "./writeOutput";

interface Options extends CsvFormat {
  readonly out?: string;
  readonly explain?: string;
  readonly study?: string;
  readonly json?: boolean;
}

/** `sojourn map FILE…`: how somebody's own files differ from the codebook, all misfits at once, as a mapping to complete. */
export function register(program: Command): void {
  withCsvFormat(program.command("map"))
    .description("Propose how a survey's own files map to the codebook: all columns and answers that do not fit, in one list")
    .argument("<file...>", "the survey's files (CSV, .xlsx, .sav, .zsav, .dta, Parquet, or one of these in gzip)")
    .option("--out <file>", "write the mapping here; an earlier one is read first, and what you settled in it stays")
    .option("--explain <file>", "write a page that shows every column with its answers and what was found (HTML)")
    .option("--study <folder>", "the codebook of a study of your own instead of the paper's")
    .option("--json", "print {columns, values, doubtful, missing, leftOver} as JSON")
    .addHelpText("after", () => `\n${inHelp('Exit 1 while a question ("?") is left: correct it in the mapping, or delete the question mark where the proposal is right, and run it again.')}`)
    .action((files: string[], options: Options) => conclude(() => map(files, options), options.json));
}

function map(files: readonly string[], { out, explain, study, json, encoding, separator, sheet }: Options): number {
  if (out !== undefined) refuseOutput(out, files, { study });
  if (explain !== undefined) refuseOutput(explain, [...files, ...(out === undefined ? [] : [out])], { study });
  const codebook = study === undefined ? sfrcCodebook() : readCodebook(`${study}/codebook.json`);
  const before = out !== undefined && existsSync(out) ? readJsonFile(out) : undefined;
  const settled = withoutQuestions(before?.value ?? {});
  const mapping = checkMapping(settled, out ?? "mapping", codebook, before?.placeOf);
  const proposals = openTables(files, { encoding, separator, sheet }).map((table) => proposeMapping(table, codebook, mappingFor(mapping, table.file)));
  for (const proposal of proposals) refuseStranger(proposal, codebook);
  const draft = draftMapping(proposals, settled, codebook);
  const questions = openQuestions(draft);
  if (out !== undefined) writeOutput(out, `${JSON.stringify(draft, null, 2)}\n`);
  if (explain !== undefined) writeOutput(explain, page(proposals, codebook));
  console.log(json ? JSON.stringify(asJson(draft, proposals), null, 2) : report(proposals, draft, questions, out));
  return questions > 0 ? EXIT.finding : EXIT.done;
}

const asJson = (draft: MappingDraft, proposals: readonly FileProposal[]) => ({
  columns: draft.columns ?? {},
  values: draft.values ?? {},
  ...(draft.wave === undefined ? {} : { wave: draft.wave }),
  ...(draft.files === undefined ? {} : { files: draft.files }),
  doubtful: proposals.flatMap(({ doubtful }) => doubtful),
  missing: proposals.flatMap(({ file, missing }) => missing.map((column) => ({ file, column }))),
  leftOver: proposals.flatMap(({ file, leftOver }) => leftOver.map((column) => ({ file, ...column }))),
});

/** A file of another survey: hardly any column of the codebook is found in it, by whatever name. */
function refuseStranger({ file, found, doubtful, leftOver }: FileProposal, { columns }: Codebook): void {
  const required = columns.filter(({ optional, type }) => !optional && type !== "id");
  const certain = required.filter(({ name }) => found.has(name)).length;
  const near = new Set(doubtful.filter(({ value }) => value === undefined).map(({ column }) => column)).size;
  if (certain + near >= required.length / 3) return;
  throw new BadInput(
    { file },
    said`this does not look like a file of the survey: of the ${required.length} columns that it needs ${certain} were found and ${near} have something like them; the file has ${leftOver.slice(0, 5).map(({ column, label }) => (label === "" ? column : `${column} (${label.slice(0, 24)})`)).join(", ")}${leftOver.length > 5 ? said` and ${leftOver.length - 5} more` : ""}`,
    said`columns such as ${required.slice(0, 4).map(({ label, name }) => `${name} (${label.zh})`).join(", ")}`,
    "Give the survey's own file, or the codebook of another study with --study. Nothing was written.",
  );
}

function report(proposals: readonly FileProposal[], draft: MappingDraft, questions: number, out: string | undefined): string {
  const lines = proposals.flatMap(({ file, rows, found, doubtful, missing, leftOver }) => [
    line({ zh: `${file}：${rows} 行，直接识别 ${found.size} 列`, en: `${file}: ${rowsOf(rows)}, ${found.size} columns found without a question` }),
    ...missing.map((column) => line({ zh: `  ? ${column}：文件中没有`, en: `  ? ${column}: not in the file` })),
    ...doubtful.map(({ column, value, label, proposed, count }) => value === undefined
      ? `  ? ${column} ← ${proposed ?? "?"}${label === undefined ? "" : ` (${label})`}`
      : `  ? ${column}: ${JSON.stringify(value)}${label === undefined ? "" : ` (${label})`} ×${count} → ${proposed ?? "?"}`),
    ...(leftOver.length === 0 ? [] : [line({ zh: `  未用的列：${leftOver.map(({ column }) => column).join("、")}`, en: `  left over: ${leftOver.map(({ column }) => column).join(", ")}` })]),
  ]);
  return [...lines, "", line(ending(draft, questions)), ...written(questions, out).map(line)].join("\n");
}

const rowsOf = (rows: number): string => `${rows} row${rows === 1 ? "" : "s"}`;

function ending(draft: MappingDraft, questions: number): Bilingual {
  if (questions > 0) return { zh: `${questions} 个问题待定（“?”）`, en: `${questions} question${questions === 1 ? "" : "s"} left ("?")` };
  return Object.keys(draft).length === 0 ? { zh: "无需映射", en: "no mapping is needed" } : { zh: "映射完整", en: "the mapping is complete" };
}

function written(questions: number, out: string | undefined): Bilingual[] {
  if (out !== undefined) return [{ zh: `${out}：已写入`, en: `${out}: written` }];
  return questions > 0 ? [{ zh: "--out mapping.json 可写出映射草稿", en: "--out mapping.json writes them as a mapping to complete" }] : [];
}

const page = (proposals: readonly FileProposal[], codebook: Codebook): string =>
  `<!doctype html>\n<html lang="zh">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>sojourn map</title>\n<style>body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;margin:1rem 0}th,td{text-align:left;padding:.2rem .7rem;border-top:1px solid #8884;vertical-align:top}@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}}</style></head>\n<body>\n<main>\n${proposals.map((proposal) => tableHtml(explained(proposal, codebook))).join("\n")}\n</main>\n</body>\n</html>\n`;

/** Every column of the codebook beside what stands for it in a file. */
function explained({ file, rows, found, doubtful, missing, leftOver }: FileProposal, codebook: Codebook): Table {
  const state = (name: string): Bilingual => {
    const own = doubtful.filter(({ column }) => column === name);
    const column = own.find(({ value }) => value === undefined);
    const answers = own.filter(({ value }) => value !== undefined).map(({ value, label, count, proposed }) => `${value}${label === undefined ? "" : ` (${label})`} ×${count} → ${proposed ?? "?"}`);
    const where = found.get(name) ?? (column ? `? ${column.proposed ?? ""}` : missing.includes(name) ? "?" : "–");
    const text = [where, ...answers].join("; ");
    return { zh: text, en: text };
  };
  return plainTable({
    id: "map", synthetic: false, stub: { zh: "编码手册的列", en: "column of the codebook" },
    title: { zh: `${file}（${rows} 行）`, en: `${file} (${rowsOf(rows)})` },
    columns: [{ zh: "题目", en: "question" }, { zh: "文件中的列与答案", en: "in the file" }],
    rows: codebook.columns.map(({ name, question }) => [{ zh: name, en: name }, question, state(name)]),
    notes: leftOver.length === 0 ? [] : [{ zh: `未用的列：${leftOver.map(({ column }) => column).join("、")}`, en: `left over: ${leftOver.map(({ column }) => column).join(", ")}` }],
  });
}
