import type { Command } from "commander";
import { answersFound, lostTable, oddities } from "../exhibits/inspection";
import { type Inspection, inspectSfrc } from "../sfrc/inspection";
import { standInFile } from "../sfrc/ourSurvey";
import { readSfrc } from "../sfrc/readSfrc";
import { inspectStudy } from "../study/folder/inspectStudy";
import { readStudy, readStudyData } from "../study/folder/readStudy";
import type { HowToRead } from "../survey/readSurvey";
import { refuseIdle } from "../io/csvOptions";
import { type CsvFormat, withCsvFormat } from "./csvFormat";
import { conclude } from "./outcome";
import { terminalTable } from "./terminal";

interface Options extends CsvFormat {
  readonly study?: string;
  readonly mapping?: string;
  readonly ids?: boolean;
  readonly json?: boolean;
}

/** `sojourn inspect FILE…`: a look at a survey before any model. */
export function register(program: Command): void {
  withCsvFormat(program.command("inspect"))
    .description("Look at a survey before any model: answers, missing by kind, impossible combinations, duplicates, straight-lining, who is lost at each step")
    .argument("[file...]", "the survey's files; the stand-in (or the study's own) where none is given")
    .option("--study <folder>", "a study of your own instead of the paper (docs/your-own-study.md)")
    .option("--mapping <file>", "how the files differ from the codebook (JSON)")
    .option("--ids", "name respondents' ids where they stand more than once (left out otherwise)")
    .option("--json", "print the inspection as JSON")
    .action((files: string[], options: Options) => conclude(() => inspect(files, options), options.json));
}

function inspect(files: readonly string[], { study, mapping, ids, json, ...format }: Options): void {
  if (files.length === 0 && study === undefined) refuseIdle({ mapping, ...format }, "FILE…");
  const inspection = inspected(files, study, { ...format, mapping, sameIds: "keep" });
  if (json) return console.log(JSON.stringify(ids ? inspection : withoutIds(inspection), null, 2));
  console.log([answersFound(inspection), oddities(inspection), lostTable(inspection)].map((table) => terminalTable(table)).join("\n\n"));
  if (ids) for (const { id, places, waves } of inspection.duplicates.ids) console.log(`${id}: ${places.map(({ file, row }) => `${file} ${row}`).join(", ")}; ${waves.join(", ")}`);
}

function inspected(files: readonly string[], study: string | undefined, how: Omit<HowToRead, "codebook">): Inspection {
  if (study === undefined) return inspectSfrc(readSfrc(files.length > 0 ? files : standInFile(), how));
  const own = readStudy(study);
  return inspectStudy(own, readStudyData(own, files, how));
}

/** Respondents are named by row alone, unless their ids are asked for. */
const withoutIds = (inspection: Inspection): unknown => ({ ...inspection, duplicates: { ...inspection.duplicates, ids: inspection.duplicates.ids.map(({ places, waves }) => ({ places, waves })) } });
