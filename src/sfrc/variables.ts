import type { CodedNumber } from "./codeSample";

/** Where a coded column comes from: the raw columns it reads, the file that holds its rule, the readings that bear on it. */
export interface Variable {
  readonly name: string;
  /** The coded columns it gives: one, or the three dummies of the support networks. */
  readonly gives: readonly CodedNumber[];
  readonly reads: readonly string[];
  /** Under `src/sfrc/coding/`. */
  readonly file: string;
  readonly readings: readonly string[];
}

/** Every variable of the design and the outcomes, in the order of the coded file. */
export const variables: readonly Variable[] = [
  { name: "stay", gives: ["stay"], reads: ["stayIntention"], file: "stay.ts", readings: [] },
  { name: "stayTransnational", gives: ["stayTransnational"], reads: ["immigrationConsidered", "stayIntention"], file: "stayTransnational.ts", readings: ["stay"] },
  { name: "stayInMigration", gives: ["stayInMigration"], reads: ["immigrationConsidered", "stayIntention"], file: "stayInMigration.ts", readings: ["stay", "inMigration", "consideredBefore"] },
  { name: "age2", gives: ["age2"], reads: ["age"], file: "age2.ts", readings: ["age"] },
  { name: "gender", gives: ["gender"], reads: ["gender"], file: "gender.ts", readings: ["gender"] },
  { name: "education", gives: ["education"], reads: ["education"], file: "education.ts", readings: ["education"] },
  { name: "cumulativeCausation", gives: ["cumulativeCausation"], reads: ["familyChinaExperience"], file: "cumulativeCausation.ts", readings: ["cumulativeCausation"] },
  {
    name: "contactWillingness", gives: ["contactWillingness"], file: "contactWillingness.ts",
    reads: ["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"], readings: ["contactWillingness", "contactDirection", "marriage"],
  },
  { name: "support", gives: ["supportSelf", "supportKin", "supportUnit"], reads: ["reception"], file: "support.ts", readings: ["supportNetwork"] },
  {
    name: "participationBehaviour", gives: ["participationBehaviour"], file: "participationBehaviour.ts",
    reads: ["joinedChinaAssociation", "joinedChinaVolunteering", "votedAtHome", "joinedHomeAssociation"], readings: ["participationBehaviour"],
  },
  {
    name: "participationCognition", gives: ["participationCognition"], file: "participationCognition.ts",
    reads: ["compareOpportunity", "compareFamilyTies", "compareMorals"], readings: ["participationCognition"],
  },
];

/**
 * The variable that gives a coded column, or bears the name.
 *
 * @throws {RangeError} neither a variable nor a coded column
 */
export function variableOf(name: string): Variable {
  const found = variables.find((variable) => variable.name === name || variable.gives.some((column) => column === name));
  if (!found) throw new RangeError(`"${name}" is no coded variable (expected one of ${variables.map((variable) => variable.name).join(", ")})`);
  return found;
}
