import { BadInput } from "../badInput";
import { dataFile } from "../projectFolder";
import type { Claim } from "../published/claims";
import type { PublishedTable } from "../published/publishedTable";
import { readClaims as readClaimsFrom } from "../published/readClaims";
import { readPublished as readPublishedFrom } from "../published/readPublished";
import type { Survey } from "../survey/respondent";
import { readSfrc } from "./readSfrc";

/** The file of the stand-in for the paper's microdata, which are not public. */
export const standInFile = (): string => dataFile("sfrc-synthetic.csv");

/**
 * The survey a notebook works on: the files that `sojourn run --data FILE… [--mapping FILE]` names (it sets SOJOURN_DATA,
 * a JSON list of paths, and SOJOURN_MAPPING), otherwise the stand-in that ships in `data/`.
 *
 * @throws {BadInput} as `readSurvey` of the survey stage; SOJOURN_DATA that is no list of paths
 */
export const readSurvey = (environment: NodeJS.ProcessEnv = process.env): Survey =>
  readSfrc(dataPaths(environment.SOJOURN_DATA), { mapping: environment.SOJOURN_MAPPING || undefined });

/** The paper's printed numbers. */
export const readPublished = (): PublishedTable => readPublishedFrom(dataFile("published.json"));

/** What the paper's text says of them. */
export const readClaims = (): readonly Claim[] => readClaimsFrom(dataFile("claims.json")).claims;

function dataPaths(json: string | undefined): readonly string[] {
  if (!json) return [standInFile()];
  let paths: unknown;
  try {
    paths = JSON.parse(json);
  } catch {
    paths = undefined;
  }
  if (Array.isArray(paths) && paths.length > 0 && paths.every((path) => typeof path === "string")) return paths as string[];
  throw new BadInput({ file: "SOJOURN_DATA" }, JSON.stringify(json.slice(0, 60)), 'a JSON list of paths, such as ["extract.csv"]');
}
