import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { openSource } from "../engines/openSource";
import { type Asked, nameOfAsked } from "../engines/source";
import { reproduceFrom } from "../inSource/reproduceFrom";
import { readPublished } from "../sfrc/ourSurvey";
import { sfrcCodebook } from "../sfrc/readSfrc";
import { parseReadings } from "../sfrc/readings";
import { readMapping } from "../survey/readMapping";
import type { SurveyOptions } from "./codedSurvey";
import { line } from "./language";
import { reproduceJson } from "./reproduceJson";
import { reproduceText } from "./reproduceText";
import { tellRefused } from "./tellRefused";
import { whileReading } from "./whileReading";

/** What stands for a survey's rows where they are not read as files. */
export interface SourceOptions {
  readonly from?: string | undefined;
  readonly table?: string | undefined;
  readonly sql?: string | undefined;
  readonly way?: "patterns" | "steps" | undefined;
}

interface Options extends SurveyOptions, SourceOptions {
  readonly impute?: number | undefined;
  readonly seed?: number | undefined;
  readonly json?: boolean | undefined;
}

/** `reproduce --from SOURCE`: what `--data` prints, of raw answers in a database or in files of any size. */
export async function reproduceSource(from: string, options: Options): Promise<number> {
  const { data, study, impute, seed, mapping, reading, table, sql, way, encoding, separator, sheet, json } = options;
  const beside = Object.entries({ "--data": data.length > 0, "--study": study !== undefined, "--impute": impute !== undefined, "--seed": seed !== undefined }).find(([, given]) => given)?.[0];
  if (beside !== undefined) throw new BadInput({ file: beside }, "it works on a file that fits in memory", said`--from without ${beside}`, "Leave one of the two out. Nothing was written.");
  const codebook = sfrcCodebook();
  const how = { codebook, readings: parseReadings(reading), mapping: mapping === undefined ? undefined : readMapping(mapping, codebook), way };
  const asked: Asked = { from, table, sql };
  const published = readPublished();
  const { made, synthetic, notes } = await whileReading(() => openSource(asked, { encoding, separator, sheet }), (engine) => reproduceFrom(engine, published, how));
  for (const note of notes) console.error(`${nameOfAsked(asked)}: ${line(note)}`);
  console.log(json ? JSON.stringify(reproduceJson(made), null, 2) : reproduceText({ readings: how.readings, synthetic }, published, made));
  return tellRefused(made.result);
}
