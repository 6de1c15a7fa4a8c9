import { expect, test } from "vitest";
import { codeAge, codeAge2 } from "../../../src/sfrc/coding/age2";
import { codeEducation } from "../../../src/sfrc/coding/education";
import { codeGender } from "../../../src/sfrc/coding/gender";
import { respondent } from "../../survey/rawFile";

test("age2 is the square of the age in years", () => {
  expect(["18", "35", "110", "0"].map((age) => codeAge2(respondent({ age })))).toEqual([324, 1225, 12100, 0]);
  expect([codeAge(respondent({ age: "35" })), codeAge(respondent({ age: undefined })), codeAge2(respondent({ age: undefined }))]).toEqual([35, undefined, undefined]);
  expect(() => codeAge2(respondent({ age: "thirty" }))).toThrow(/column age: "thirty"/);
});

test("gender is 1 for the sex that the reading names", () => {
  const both = ["female", "male", undefined];
  expect(both.map((gender) => codeGender(respondent({ gender })))).toEqual([1, 0, undefined]);
  expect(both.map((gender) => codeGender(respondent({ gender }), "male"))).toEqual([0, 1, undefined]);
  expect(() => codeGender(respondent({ gender: "f" }))).toThrow(/column gender: "f".*female or male/);
});

test("education is 1 from college on, a level from 1 to 6, or 1 from master on", () => {
  const levels = ["primary", "juniorSecondary", "seniorSecondary", "college", "master", "doctorate", undefined];
  expect(levels.map((education) => codeEducation(respondent({ education })))).toEqual([0, 0, 0, 1, 1, 1, undefined]);
  expect(levels.map((education) => codeEducation(respondent({ education }), "level"))).toEqual([1, 2, 3, 4, 5, 6, undefined]);
  expect(levels.map((education) => codeEducation(respondent({ education }), "graduate"))).toEqual([0, 0, 0, 0, 1, 1, undefined]);
  expect(() => codeEducation(respondent({ education: "phd" }))).toThrow(/column education: "phd"/);
});
