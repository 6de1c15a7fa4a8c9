import { dataFile } from "../projectFolder";
import { readCodebook } from "../survey/codebook";
import { readSurvey } from "../survey/readSurvey";
import type { Survey } from "../survey/respondent";

/**
 * The World Values Survey of 1995–97 in four countries, 5,381 real people, as R's carData publishes it (`data/README.md`
 * tells its provenance and licence).
 *
 * @throws {BadInput} as `readSurvey`, by `data/wvs-codebook.json`
 */
export const readWvs = (file: string = dataFile("wvs.csv")): Survey =>
  readSurvey([file], { codebook: readCodebook(dataFile("wvs-codebook.json")) });
