import { expect, test } from "vitest";
import { codeParticipationBehaviour } from "../../../src/sfrc/coding/participationBehaviour";
import { codeParticipationCognition } from "../../../src/sfrc/coding/participationCognition";
import { respondent } from "../../survey/rawFile";

type Tie = "home" | "china" | "missing";

const behaviour = (answers: string, tie?: Tie) => {
  const [joinedChinaAssociation, joinedChinaVolunteering, votedAtHome, joinedHomeAssociation] = answers.split(" ").map((answer) => (answer === "-" ? undefined : answer));
  return codeParticipationBehaviour(respondent({ joinedChinaAssociation, joinedChinaVolunteering, votedAtHome, joinedHomeAssociation }), tie);
};

test("behaviour compares two counts of participation, in China and at home", () => {
  expect(behaviour("yes no no no")).toBe(1);
  expect(behaviour("no yes no no")).toBe(1);
  expect(behaviour("yes yes yes no")).toBe(1);
  expect(behaviour("no no yes no")).toBe(0);
  expect(behaviour("no no no yes")).toBe(0);
  expect(behaviour("no yes yes yes")).toBe(0);
});

test("a tie of behaviour, of none at all too, is read as told; home by default", () => {
  for (const tie of ["no no no no", "yes no no yes", "no yes yes no", "yes yes yes yes"]) {
    expect([behaviour(tie), behaviour(tie, "home"), behaviour(tie, "china"), behaviour(tie, "missing")]).toEqual([0, 0, 1, undefined]);
  }
  expect(behaviour("yes no no no", "missing")).toBe(1);
});

test("one unanswered item leaves behaviour undefined under every reading", () => {
  for (const answers of ["- no no no", "no - no no", "no no - no", "no no no -"]) {
    for (const tie of ["home", "china", "missing"] as const) expect(behaviour(answers, tie)).toBeUndefined();
  }
});

const cognition = (answers: string, tie?: Tie) => {
  const [compareOpportunity, compareFamilyTies, compareMorals] = answers.split(" ").map((answer) => (answer === "-" ? undefined : answer));
  return codeParticipationCognition(respondent({ compareOpportunity, compareFamilyTies, compareMorals }), tie);
};

test("cognition compares how often China and home are best; same and elsewhere count for neither", () => {
  expect(cognition("china same elsewhere")).toBe(1);
  expect(cognition("same china china")).toBe(1);
  expect(cognition("china china home")).toBe(1);
  expect(cognition("home home china")).toBe(0);
  expect(cognition("elsewhere home same")).toBe(0);
});

test("a tie of cognition is read as told; home by default", () => {
  for (const tie of ["china home same", "same same same", "elsewhere china home"]) {
    expect([cognition(tie), cognition(tie, "home"), cognition(tie, "china"), cognition(tie, "missing")]).toEqual([0, 0, 1, undefined]);
  }
});

test("one unanswered comparison leaves cognition undefined under every reading", () => {
  for (const answers of ["- china china", "china - china", "china china -"]) {
    for (const tie of ["home", "china", "missing"] as const) expect(cognition(answers, tie)).toBeUndefined();
  }
});

test("an answer that no rule knows is refused", () => {
  expect(() => behaviour("often no no no")).toThrow(/column joinedChinaAssociation: "often".*yes or no/);
  expect(() => cognition("china moon home")).toThrow(/column compareFamilyTies: "moon".*china, home, same, elsewhere/);
});
