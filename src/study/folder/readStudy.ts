import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { BadInput } from "../../badInput";
import { CHOICE_FILE, folderChoice, type ChosenFormat } from "../../folderChoice";
import { readJson } from "../../io/file";
import type { Claim } from "../../published/claims";
import { JsonSpot } from "../../published/jsonSpot";
import type { PublishedTable } from "../../published/publishedTable";
import { readClaims } from "../../published/readClaims";
import { readPublished } from "../../published/readPublished";
import { readCodebook, type Codebook } from "../../survey/codebook";
import { type HowToRead, readSurvey } from "../../survey/readSurvey";
import { originOfSurvey } from "../../survey/fingerprint";
import type { Respondent, Survey } from "../../survey/respondent";
import { noteCoded } from "../session";
import type { CodedPeople, Study } from "../study";
import { codeBy, selectBy, type Coding, type SampleStep } from "./coding";
import { readCoding } from "./readCoding";
import { readHypotheses, readModels } from "./readModels";

/** A study that lives in a folder of files (docs/study.md). */
export interface StudyFolder {
  readonly folder: string;
  readonly study: Study;
  readonly codebook: Codebook;
  readonly coding: Coding;
  /** Paths of the raw files that the study names (or its notebook's folder, in their place), absolute. */
  readonly data: readonly string[];
  /** How those files are to be read, where the folder says so. */
  readonly how?: ChosenFormat;
  readonly published?: PublishedTable;
  readonly claims: readonly Claim[];
}

/** A survey coded by such a study's rules. */
export interface CodedStudy extends CodedPeople {
  /** The same people before coding, in the same order. */
  readonly respondents: readonly Respondent[];
  readonly flow: readonly SampleStep[];
}

/**
 * Reads and checks a study folder: `study.json`, `codebook.json`, `coding.json`, `models.json`, `hypotheses.json`, and, where
 * they are there, `published.json` and `claims.json`.
 *
 * @param folder  the study's; without it the study that the notebook's folder chooses (its `sojourn.json`, which
 *   `sojourn run --study FOLDER` leaves there), on the data chosen there
 * @throws {BadInput} the file, the place in it, what was found and what was expected
 *
 * @example readStudy("data/wvs").study.models.length // 10
 */
export function readStudy(folder?: string): StudyFolder {
  return folder === undefined ? chosenStudy() : studyIn(folder);
}

function chosenStudy(): StudyFolder {
  const choice = folderChoice();
  if (choice?.study === undefined) throw new BadInput({ file: CHOICE_FILE }, "no study is chosen for this folder", 'readStudy("FOLDER"), or a folder of notebooks with {"study": "FOLDER"} in its sojourn.json', "`sojourn run --study FOLDER` and `sojourn lab --study FOLDER` write it.");
  const { study, files, mapping, encoding, separator, sheet } = choice;
  const own = studyIn(study);
  return files.length === 0 ? own : { ...own, data: files, how: { mapping, encoding, separator, sheet } };
}

function studyIn(folder: string): StudyFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new BadInput({ file: folder }, "is no folder", "a study's folder, with study.json", "docs/study.md tells what it holds.");
  const path = (name: string) => join(folder, name);
  const spotOf = (name: string) => new JsonSpot(readJson(path(name)), path(name));
  const { id, title, data } = spotOf("study.json").record(["id", "title"], ["data"]);
  const codebook = readCodebook(path("codebook.json"));
  const coding = readCoding(spotOf("coding.json"), codebook);
  const models = readModels(spotOf("models.json"), coding.columns.map(({ name }) => name));
  const hypotheses = existsSync(path("hypotheses.json")) ? readHypotheses(spotOf("hypotheses.json"), models) : [];
  return {
    folder: resolve(folder), codebook, coding,
    study: { id: id.text(), title: title.bilingual(), ...models, hypotheses },
    data: data?.list((_, i) => `file ${i + 1}`).map((file) => resolve(folder, file.text())) ?? [],
    ...(existsSync(path("published.json")) && { published: readPublished(path("published.json")) }),
    claims: existsSync(path("claims.json")) ? readClaims(path("claims.json")).claims : [],
  };
}

/**
 * The survey of a study folder: its own data, or the files given.
 *
 * @throws {BadInput} as `readSurvey`; where neither the study nor the caller names a file
 */
export function readStudyData({ folder, codebook, data, how: chosen = {} }: StudyFolder, files: readonly string[] = [], how: Omit<HowToRead, "codebook"> = files.length > 0 ? {} : chosen): Survey {
  const named = files.length > 0 ? files : data;
  if (named.length === 0) throw new BadInput({ file: join(folder, "study.json") }, "it names no data", 'files under "data"', "Add them, or name files with --data.");
  return readSurvey(named, { codebook, ...how });
}

/** Selects a study's sample from a survey and codes its columns, by the rules of its folder. */
export function codeStudy(own: Pick<StudyFolder, "coding" | "study">, survey: Survey): CodedStudy {
  const coded = codedBy(own, survey);
  noteCoded({ study: own.study, survey, code: () => coded });
  return coded;
}

function codedBy({ coding }: Pick<StudyFolder, "coding">, survey: Survey): CodedStudy {
  const { respondents, flow } = selectBy(coding, survey);
  return { respondents, flow, people: respondents.map((who) => codeBy(coding, who, survey.codebook)), ...originOfSurvey(survey) };
}
