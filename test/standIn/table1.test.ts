import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import { readPublished } from "../../src/published/readPublished";
import { sfrcCodebook } from "../../src/sfrc/readSfrc";
import { peopleOfSeed, synthesize } from "../../src/standIn/synthesize";
import { committed, countBy, mean, ofSeed, stored } from "./standIn";

const table1 = readPublished(dataFile("published.json")).table1 as unknown as Record<string, Record<string, [number, string]>> & { ageMean: string; contactWillingnessMean: string; n: number };
const standIns = [committed(), ...[0, 1, 7, 20190618, Number.MAX_SAFE_INTEGER].map(ofSeed)];

it("the committed file is what its seed and its stored people give, byte for byte", () => {
  const made = synthesize(stored.seed, stored.people, sfrcCodebook());
  expect(made === readFileSync(dataFile("sfrc-synthetic.csv"), "utf8")).toBe(true);
});

it("the bytes of a seed do not change with the machine or the version of Node", () => {
  const made = synthesize(1, peopleOfSeed(1), sfrcCodebook());
  expect(createHash("sha256").update(made).digest("hex")).toBe("446cda567e2364eb53faa0d825657000e69e7dd27eca05930b448f61020ae2c3");
});

it("another seed gives other answers, the committed people among other strangers", () => {
  expect(synthesize(stored.seed + 1, stored.people, sfrcCodebook())).not.toBe(readFileSync(dataFile("sfrc-synthetic.csv"), "utf8"));
});

describe.each(standIns)("the stand-in ($name)", ({ survey, sample }) => {
  const { people, flow } = sample;

  it("has every count and percentage of Table 1", () => {
    const counted = (of: (person: (typeof people)[number]) => unknown): [number, string][] =>
      Object.values(countBy(people, (person) => String(of(person)))).map((count): [number, string] => [count, ((100 * count) / people.length).toFixed(1)]).sort();
    const printed = (variable: string): [number, string][] => Object.values(table1[variable]).sort();
    expect(people).toHaveLength(table1.n);
    expect(countBy(people, ({ city }) => city)).toEqual({ Changchun: 187, Guangzhou: 350, Hangzhou: 142, Yiwu: 98 });
    expect(counted(({ city }) => city)).toEqual(printed("city"));
    expect(counted(({ supportSelf, supportKin, supportUnit }) => [supportSelf, supportKin, supportUnit])).toEqual(printed("support"));
    for (const variable of ["education", "cumulativeCausation", "participationBehaviour", "participationCognition"] as const) {
      expect(counted((person) => person[variable]), variable).toEqual(printed(variable));
    }
    const ones = (variable: "education" | "supportSelf" | "supportKin" | "supportUnit" | "cumulativeCausation" | "participationBehaviour" | "participationCognition"): number =>
      people.filter((person) => person[variable] === 1).length;
    expect([ones("education"), ones("supportSelf"), ones("supportKin"), ones("supportUnit")]).toEqual([725, 381, 140, 118]);
    expect([ones("cumulativeCausation"), ones("participationBehaviour"), ones("participationCognition")]).toEqual([195, 79, 323]);
  });

  it("has both means of Table 1 to the printed decimal", () => {
    expect(mean(people.map(({ age }) => age!)).toFixed(1)).toBe(table1.ageMean);
    expect(mean(people.map(({ contactWillingness }) => contactWillingness!)).toFixed(1)).toBe(table1.contactWillingnessMean);
  });

  it("has the outcome counts that Table 2 gives away", () => {
    const events = (group: string | undefined, outcome: "stayTransnational" | "stayInMigration"): number =>
      people.filter((person) => (group === undefined || person.group === group) && person[outcome] === 1).length;
    expect([events("changchun", "stayTransnational"), events("changchun", "stayInMigration")]).toEqual([111, 102]);
    expect([events("south", "stayTransnational"), events(undefined, "stayTransnational")]).toEqual([421, 532]);
  });

  it("loses at least 40 respondents to every reason, students and others apart, and ends at 777", () => {
    expect(survey.respondents.length).toBeGreaterThanOrEqual(1500);
    expect(flow.map(({ reason }) => reason)).toEqual(["rows", "city", "wave", "under18", "residenceStatus", "workCategory", "missingKeyVariable"]);
    for (const { reason, dropped, parts } of flow.slice(1)) {
      for (const count of parts?.map((part) => part.dropped) ?? [dropped]) expect(count, reason).toBeGreaterThanOrEqual(40);
    }
    expect(flow.at(-1)!.left).toBe(777);
  });
});
