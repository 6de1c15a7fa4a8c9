import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exercises } from "../exercises/check";
import type { Exercise } from "../exercises/exercise";
import type { FolderChoice } from "../folderChoice";
import { answersFound, lostTable, oddities } from "../exhibits/inspection";
import { dataFile } from "../projectFolder";
import { codeSample } from "../sfrc/codeSample";
import { inspectSfrc, type Inspection } from "../sfrc/inspection";
import { readClaims, readPublished, standInFile } from "../sfrc/ourSurvey";
import { chooseReadings } from "../sfrc/readings";
import { readSfrc } from "../sfrc/readSfrc";
import { sfrc } from "../sfrc/study";
import { trace } from "../sfrc/trace";
import type { DataSource } from "../site/provenance";
import type { SiteRequest } from "../site/renderSite";
import { applyReadings } from "../study/applyReadings";
import { inspectStudy } from "../study/folder/inspectStudy";
import { codeStudy, readStudy, readStudyData } from "../study/folder/readStudy";
import { traceStudy } from "../study/folder/trace";
import { runStudy } from "../study/runStudy";
import { fingerprint } from "../survey/fingerprint";
import { saysSynthetic } from "../survey/saysSynthetic";
import { readWvs } from "../wvs/wvs";
import { siteAuditExample } from "./siteAuditExample";
import { siteTraces } from "./siteTraces";
import { siteVerdicts } from "./siteVerdicts";

/** What a site shows of a study, beside its notebooks. */
export interface SiteSubject extends Pick<SiteRequest, "verdicts" | "traces" | "inspection" | "live" | "exercises" | "study" | "auditExample" | "downloads"> {
  readonly data: readonly DataSource[];
}

const OUR_DOWNLOADS = ["codebook.json", "published.json", "claims.json", "README.md"];
const STUDY_FILES = ["study.json", "codebook.json", "coding.json", "models.json", "hypotheses.json", "published.json", "claims.json", "multiverse.json"];

/** The paper with its committed notebooks, on the data that ship with the project. */
export const ourPaper = (): SiteSubject => ({
  ...refitted({ files: [standInFile()], readings: {} }), live: true, exercises: exerciseForms(), auditExample: siteAuditExample(readPublished(), 2), downloads: OUR_DOWNLOADS.map(dataFile),
  data: [
    { path: standInFile(), print: fingerprint(readSfrc(standInFile())), seed: seedOf(dataFile("sfrc-synthetic.json")) },
    { path: dataFile("wvs.csv"), print: fingerprint(readWvs()) },
  ],
});

/** The exercises without their answers. */
const exerciseForms = () => Object.fromEntries(Object.values<Exercise>(exercises).map(({ id, words, steps }) => [id, { words, hints: steps.length }]));

/** The paper on somebody's own data, which are named and never copied; without data, notebooks alone. */
export function ownRun(choice: FolderChoice): SiteSubject {
  const rest = { auditExample: siteAuditExample(readPublished(), 2), downloads: OUR_DOWNLOADS.map(dataFile) };
  if (choice.files.length === 0) return { ...rest, data: [] };
  const survey = readSfrc(choice.files, { ...formatOf(choice), sameIds: "keep" });
  return { ...rest, ...refitted(choice), inspection: tablesOf(inspectSfrc(survey)), data: choice.files.map((path) => ({ path, print: fingerprint(survey), secret: true })) };
}

/** A study of a folder, on its own data or others. Only invented data go into the site; pages run live where they do. */
export function ownStudySite(choice: FolderChoice & { readonly study: string }): SiteSubject {
  const own = readStudy(choice.study);
  const { study, published, claims } = own;
  const survey = readStudyData(own, choice.files, formatOf(choice));
  const coded = codeStudy(own, survey);
  const invented = survey.respondents.every(({ source }) => saysSynthetic(source));
  const live = invented && choice.files.length === 0;
  const there = STUDY_FILES.map((name) => join(own.folder, name)).filter((path) => existsSync(path));
  return {
    verdicts: study.hypotheses.length === 0 ? undefined : siteVerdicts(runStudy(study, coded), published),
    ...(published && { traces: siteTraces(study, published, claims, (cell) => traceStudy(cell, own, coded)), auditExample: siteAuditExample(published, Object.values(published.models)[0].table) }),
    inspection: tablesOf(inspectStudy(own, survey)),
    study: { title: study.title, folder: choice.study, ...(live && { live: [...there, ...survey.files] }) },
    live, downloads: there,
    data: survey.files.map((path) => ({ path, print: fingerprint(survey), secret: !invented })),
  };
}

function refitted(choice: FolderChoice): Pick<SiteSubject, "verdicts" | "traces"> {
  const coded = codeSample(readSfrc(choice.files, formatOf(choice)), chooseReadings(choice.readings));
  const [published, claims] = [readPublished(), readClaims()];
  return { verdicts: siteVerdicts(runStudy(sfrc, coded), published), traces: siteTraces(applyReadings(sfrc, coded.readings), published, claims, (cell) => trace(cell, coded, published, claims)) };
}

/** What `sojourn inspect` shows. */
const tablesOf = (inspection: Inspection) => [answersFound(inspection), oddities(inspection), lostTable(inspection)];

const formatOf = ({ mapping, encoding, separator, sheet }: FolderChoice) => ({ mapping, encoding, separator, sheet });
const seedOf = (file: string): number => (JSON.parse(readFileSync(file, "utf8")) as { seed: number }).seed;
