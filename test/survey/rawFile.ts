import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFile } from "../../src/projectFolder";
import { readCodebook } from "../../src/survey/codebook";
import type { Respondent } from "../../src/survey/respondent";

export const codebook = readCodebook(dataFile("codebook.json"));
export const columnNames = codebook.columns.map(({ name }) => name);

export type Answers = Record<string, string | undefined>;

/** Somebody of the sample who answered everything. */
const ELIGIBLE: Answers = {
  source: "synthetic", wave: "2019", city: "guangzhou", age: "35", gender: "female", nationality: "india", language: "english",
  residenceStatus: "work", education: "college", workCategory: "professional", occupation: "engineer",
  immigrationConsidered: "no", stayIntention: "leaveSoon",
  chatWithChinese: "veryWilling", befriendChinese: "willing", marryChinese: "neutral", childMarryChinese: "unwilling",
  reception: "selfArranged", familyChinaExperience: "no", compareOpportunity: "china", compareFamilyTies: "home", compareMorals: "home",
  joinedChinaAssociation: "no", joinedChinaVolunteering: "no", votedAtHome: "yes", joinedHomeAssociation: "no",
};

/** A respondent of the sample, but for the answers given; `undefined` takes an answer away. */
export const respondent = (answers: Answers = {}, row = 2): Respondent =>
  ({ id: "SYN-1", ...ELIGIBLE, ...answers, place: { file: "raw.csv", row } }) as unknown as Respondent;

/** Rows of a raw file as text cells; ids SYN-1, SYN-2, … unless given. */
export const rawCells = (people: readonly Answers[], columns: readonly string[] = columnNames): string[][] =>
  people.map((answers, i) => columns.map((column) => ({ id: `SYN-${i + 1}`, ...ELIGIBLE, ...answers })[column] ?? ""));

export const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => cells.join(",")).join("\n") + "\n";

/** A raw file of these people. */
export const rawCsv = (people: readonly Answers[], columns: readonly string[] = columnNames): string => csv(columns, rawCells(people, columns));

/** A folder of its own for a test's files; `put` writes one and gives its path. */
export function folder(): { path: string; put(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), "sojourn-"));
  return {
    path,
    put(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
  };
}
