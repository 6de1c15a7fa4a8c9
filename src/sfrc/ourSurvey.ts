import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { CHOICE_FILE, folderChoice } from "../folderChoice";
import { dataFile } from "../projectFolder";
import type { Claim } from "../published/claims";
import type { PublishedTable } from "../published/publishedTable";
import { readClaims as readClaimsFrom } from "../published/readClaims";
import { readPublished as readPublishedFrom } from "../published/readPublished";
import { shown } from "../study/refuseWhere";
import type { Mapping } from "../survey/mapping";
import type { Survey } from "../survey/respondent";
import { readSfrc } from "./readSfrc";

/** The file of the stand-in for the paper's microdata, which are not public. */
export const standInFile = (): string => dataFile("sfrc-synthetic.csv");

/**
 * The survey that a notebook works on: the files given; else those that the notebook's folder chooses (its `sojourn.json`,
 * which `sojourn run --data FILE… --out DIR` leaves there); else the stand-in that ships in `data/`.
 *
 * @param files    one path or several, seen from the notebook's folder
 * @param mapping  how they differ from the codebook: a mapping, or the path of a mapping file
 * @throws {BadInput} as `readSurvey` of the survey stage; a `sojourn.json` that is not of its form, or chooses another study
 *
 * @example readSurvey().synthetic // true
 */
export function readSurvey(files?: string | readonly string[], { mapping }: { readonly mapping?: Mapping | string } = {}): Survey {
  const named: readonly unknown[] = Array.isArray(files) ? files : [files];
  if (files !== undefined && named.some((file) => typeof file !== "string")) throw new BadInput({ file: "readSurvey" }, said`the file to read is ${shown(files)}`, "a path, or a list of paths");
  if (files !== undefined) return readSfrc(files, { mapping });
  const choice = folderChoice();
  if (choice?.study !== undefined) throw new BadInput({ file: CHOICE_FILE }, said`this folder's notebooks are on the study ${choice.study}, and readSurvey reads the paper's survey`, "readStudyData(readStudy())", "The paper's notebooks run in a folder of their own.");
  if (choice === undefined || choice.files.length === 0) return readSfrc(standInFile());
  const { files: chosen, mapping: chosenMapping, encoding, separator, sheet } = choice;
  return readSfrc(chosen, { mapping: chosenMapping, encoding, separator, sheet });
}

/** The paper's printed numbers. */
export const readPublished = (): PublishedTable => readPublishedFrom(dataFile("published.json"));

/** What the paper's text says of them. */
export const readClaims = (): readonly Claim[] => readClaimsFrom(dataFile("claims.json")).claims;
