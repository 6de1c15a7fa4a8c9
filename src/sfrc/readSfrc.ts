import { dataFile } from "../projectFolder";
import { readCodebook, type Codebook } from "../survey/codebook";
import { type HowToRead, readSurvey } from "../survey/readSurvey";
import type { Survey } from "../survey/respondent";

/** The codebook of the Survey on Foreign Residents in China, as far as the paper uses it. */
export const sfrcCodebook = (): Codebook => readCodebook(dataFile("codebook.json"));

/**
 * Reads raw files of this survey: the stand-in, or someone's own extract with a mapping.
 *
 * @param files  one path or several
 * @param how    a mapping, or the path of a mapping file; encoding and separator where they are not found
 * @throws {BadInput} as `readSurvey`
 */
export function readSfrc(files: string | readonly string[], how: Omit<HowToRead, "codebook"> = {}): Survey {
  return readSurvey(typeof files === "string" ? [files] : files, { codebook: sfrcCodebook(), ...how });
}
