import { expect, test } from "vitest";
import { codeCumulativeCausation } from "../../../src/sfrc/coding/cumulativeCausation";
import { codeSupport } from "../../../src/sfrc/coding/support";
import { respondent } from "../../survey/rawFile";

test("the cumulative-causation network is a dummy, 1 and 2 as printed, or a factor whose first category is the reference", () => {
  const answers = ["yes", "no", undefined];
  expect(answers.map((familyChinaExperience) => codeCumulativeCausation(respondent({ familyChinaExperience })))).toEqual([1, 0, undefined]);
  expect(answers.map((familyChinaExperience) => codeCumulativeCausation(respondent({ familyChinaExperience }), "asPrinted"))).toEqual([1, 2, undefined]);
  expect(answers.map((familyChinaExperience) => codeCumulativeCausation(respondent({ familyChinaExperience }), "firstReference"))).toEqual([0, 1, undefined]);
  expect(() => codeCumulativeCausation(respondent({ familyChinaExperience: "maybe" }))).toThrow(/column familyChinaExperience: "maybe".*yes or no/);
});

const support = (reception: string | undefined, reading?: "otherIsReference" | "otherLeftOut") => {
  const { supportSelf, supportKin, supportUnit } = codeSupport(respondent({ reception }), reading);
  return [supportSelf, supportKin, supportUnit];
};

test("reception makes one of three support networks, or none", () => {
  expect(support("selfArranged")).toEqual([1, 0, 0]);
  expect(support("kinFriends")).toEqual([0, 1, 0]);
  for (const unit of ["client", "homeAgency", "chinaAgency"]) expect(support(unit)).toEqual([0, 0, 1]);
  expect(support("other")).toEqual([0, 0, 0]);
  expect(support(undefined)).toEqual([undefined, undefined, undefined]);
  expect(() => support("friend")).toThrow(/column reception: "friend"/);
});

test("left out, other is undefined and nothing else changes", () => {
  expect(support("other", "otherLeftOut")).toEqual([undefined, undefined, undefined]);
  for (const reception of ["selfArranged", "kinFriends", "client", "homeAgency", "chinaAgency", undefined]) {
    expect(support(reception, "otherLeftOut")).toEqual(support(reception, "otherIsReference"));
  }
});
