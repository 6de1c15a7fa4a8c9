import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  city: ["changchun", "guangzhou", "hangzhou", "yiwu"],
  gender: ["female", "male"],
  nationality: ["usa", "japan"],
  language: ["english"],
  residenceStatus: ["work"],
  education: ["seniorSecondary", "college", "master", "doctorate"],
  workCategory: ["manager", "professional", "skilled"],
  occupation: ["engineer"],
  immigrationConsidered: ["beforeComing", "afterComing", "no", "no", "no"],
  stayIntention: ["leaveSoon", "leaveSoon", "asLongAsPossible", "permanently"],
  chatWithChinese: ["veryWilling", "willing", "neutral", "unwilling"],
  befriendChinese: ["veryWilling", "willing", "neutral", "neverWilling"],
  marryChinese: ["willing", "neutral", "unwilling"],
  childMarryChinese: ["willing", "neutral", "unwilling"],
  reception: ["selfArranged", "kinFriends", "client", "other"],
  familyChinaExperience: ["yes", "no"],
  compareOpportunity: ["china", "home", "same"],
  compareFamilyTies: ["china", "home", "elsewhere"],
  compareMorals: ["china", "home"],
  joinedChinaAssociation: ["yes", "no"],
  joinedChinaVolunteering: ["yes", "no"],
  votedAtHome: ["yes", "no"],
  joinedHomeAssociation: ["yes", "no"],
};

/** 400 invented eligible respondents who answer at random, by a small generator of our own: every model can be fitted on them. */
export function inventedSurvey(change: (row: Record<string, string>, i: number) => Record<string, string> = (row) => row): string {
  let state = 12345;
  const draw = (n: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * n);
  };
  const rows = Array.from({ length: 400 }, (_, i) => {
    const answers = Object.entries(CHOICES).map(([column, codes]) => [column, codes[draw(codes.length)]]);
    return change({ id: `SYN-${i}`, source: "synthetic", wave: "2019", age: String(20 + draw(45)), ...Object.fromEntries(answers) }, i);
  });
  const columns = Object.keys(rows[0]);
  return [columns.join(","), ...rows.map((row) => columns.map((column) => row[column]).join(","))].join("\n") + "\n";
}

/** The same in a file of its own. */
export function inventedFile(...change: Parameters<typeof inventedSurvey>): string {
  const file = join(mkdtempSync(join(tmpdir(), "sojourn-")), "invented.csv");
  writeFileSync(file, inventedSurvey(...change));
  return file;
}
