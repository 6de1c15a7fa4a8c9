import type { Family } from "../models/fit";
import { dataFile } from "../projectFolder";
import { codeStudy, readStudy, readStudyData, type CodedStudy } from "../study/folder/readStudy";
import { frozen } from "../study/frozen";
import type { Study } from "../study/study";
import type { Survey } from "../survey/respondent";

/** The companion study as any study outside the package is: a folder of files. */
const folder = readStudy(dataFile("wvs"));

/**
 * The companion study: is the government doing too little, about right or too much for people in poverty?
 * Real answers of the World Values Survey 1995–97, in four countries. `tooLittle` (1 too little, 0 the rest) runs against
 * `amount` (1 too little … 3 too much), so signs turn round between binary and ordered models. The three hypotheses are
 * directions to try, ours and not Fox and Andersen's, decided by the ordered models.
 *
 * Source: J. Fox and R. Andersen (2006), Sociological Methodology 36: 225–255.
 */
export const wvs: Study = frozen(folder.study);

/**
 * The World Values Survey of 1995–97 in four countries, 5,381 real people, as R's carData publishes it (`data/README.md`
 * tells its provenance and licence).
 *
 * @throws {BadInput} as `readSurvey`, by `data/wvs/codebook.json`
 */
export const readWvs = (file?: string): Survey => readStudyData(folder, file === undefined ? [] : [file]);

/** Everybody of that survey, coded by `data/wvs/coding.json`. */
export const codeWvs = (survey: Survey): CodedStudy => codeStudy(folder, survey);

/** `binaryAustralia`, `orderedAll`, …: the model of a family in a group. */
export const modelId = (family: Family, group: string): string =>
  `${family === "binomial" ? "binary" : "ordered"}${group === "all" ? "All" : group}`;
