import { expect, test } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { enumerate } from "../../src/multiverse/enumerate";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const people = smallPeople();
const run = (decisions: Parameters<typeof smallSpec>[0], options = {}) => runMultiverse(smallSpec(decisions), smallStudy, () => people, options);

test("the paper's universe comes first, blocks are crossed, and each choice is there once", () => {
  const spec = smallSpec([controls, outcome, decision("link", option("logit"), option("probit", { link: "probit" }))], [["controls", "outcome"], ["link"], ["controls"]]);
  const choices = enumerate(spec);
  expect(choices[0]).toEqual({ controls: "both", outcome: "yes", link: "logit" });
  expect(choices).toHaveLength(3 * 2 + 1);
  expect(enumerate(spec, ["link"])).toEqual([choices[0], { ...choices[0], link: "probit" }]);
  expect(() => enumerate(spec, ["lnk"])).toThrow('--only: there is no decision "lnk" (expected controls, outcome, link)');
});

test("an option with `when` is there only beside what it asks for, and a list of universes stands for blocks", () => {
  const needy = decision("cut", option("low"), option("high", { when: { outcome: ["ordered"] } }));
  expect(enumerate(smallSpec([outcome, needy]))).toHaveLength(3);
  expect(enumerate({ ...smallSpec([outcome, controls]), universes: [{ controls: "none" }] })).toEqual([{ outcome: "yes", controls: "both" }, { outcome: "yes", controls: "none" }]);
});

test("each universe is the fit of its own people and terms", async () => {
  const { universes } = await run([controls, decision("who", option("all"), option("notSouth", { excludes: { city: "south" } }), option("north", { group: "north" }))]);
  expect(universes).toHaveLength(9);
  const found = universes.find(({ options }) => options.controls === "noB" && options.who === "notSouth")!;
  const north = people.filter(({ city }) => city === "north");
  const fit = fitBinaryLogit(north.map((who) => [1, who.x as number, who.a as number]), north.map(({ y }) => y as number), ["const", "x", "a"]);
  expect(found).toMatchObject({ status: "fitted", n: 60, paper: false, estimate: fit.coefficients[1].estimate, standardError: fit.coefficients[1].standardError, p: fit.coefficients[1].p });
  const same = universes.find(({ options }) => options.controls === "noB" && options.who === "north")!;
  expect(same.sample).toBe(found.sample);
  expect(same.sample).not.toBe(universes[0].sample);
});

test("people without a value in a term are left out of that universe alone", async () => {
  const { universes } = await run([decision("gap", option("out"), option("in", { adds: ["gap"] }))]);
  expect(universes.map(({ n }) => n)).toEqual([120, 96]);
});

test("models that differ in origin and unit of columns are rows each, and counted once", async () => {
  const { universes, curves } = await run([controls, decision("unit", option("a"), option("aTwice", { drops: ["a"], adds: ["aTwice"] }))]);
  expect(universes).toHaveLength(6);
  // Where aTwice takes the place of a, all is as before but the unit; where there was neither, it is the model without b.
  expect(curves[0].counted).toEqual({ fitted: 6, refused: 0, sameLikelihood: 3 });
  expect(curves[0].distinct.map(({ options }) => `${options.controls} ${options.unit}`)).toEqual(["both a", "noB a", "none a"]);
});

test("what cannot be fitted is a row with its reason, and is counted", async () => {
  const { universes, curves } = await run([decision("model", option("plain"),
    option("twice", { adds: ["aTwice"] }), option("withoutX", { drops: ["x"] }), option("nobody", { excludes: { city: ["north", "south"] } }),
    option("oneCluster", { group: "north", covariance: "cluster:city" }), option("few", { excludes: { level: { least: 3 }, y: 0 } }))]);
  const reasonOf = (id: string) => {
    const found = universes.find(({ options }) => options.model === id)!;
    return found.status === "refused" ? found.reason : found.status;
  };
  expect(reasonOf("twice")).toContain("(collinear)");
  expect(reasonOf("withoutX")).toBe("its model has no term x");
  expect(reasonOf("nobody")).toContain("nobody");
  expect(reasonOf("oneCluster")).toContain("one cluster only");
  expect(reasonOf("few")).toContain("outcome");
  expect(curves[0].counted).toEqual({ fitted: 1, refused: 5, sameLikelihood: 0 });
});

test("fewer events than parameters are refused as such", async () => {
  const rare = people.map((who, i) => ({ ...who, y: Number(i % 50 === 0) }));
  const { universes } = await runMultiverse(smallSpec([controls]), smallStudy, () => rare);
  expect(universes[0]).toMatchObject({ status: "refused", reason: expect.stringContaining("(too-few-events) 3 people have the rarer answer, for 4 parameters") });
});

test("the distance is the least number of changes that turns the verdict, and its sets are told", async () => {
  const { flips } = await run([controls, decision("who", option("all"), option("first", { excludes: { b: 1 }, drops: ["b"] }))]);
  expect(flips[0]).toMatchObject({ model: "S", term: "x" });
  const { universes, flips: [flip] } = await run([decision("sign", option("x"), option("few", { excludes: { a: { least: 0.2 } } })), outcome]);
  const paper = universes[0];
  const against = universes.filter((one) => one.status === "fitted" && (one.estimate > 0 && one.stars !== "") !== flip.supported);
  expect(paper.paper).toBe(true);
  expect(flip.distance).toBe(against.length === 0 ? null : Math.min(...against.map(({ options }) => Number(options.sign !== "x") + Number(options.outcome !== "yes"))));
});

test("a coded column that is not there is refused by name, and so are two people with one id", async () => {
  await expect(run([decision("o", option("y"), option("z", { outcome: "z" }))])).rejects.toThrow("model S, column z: no coded person has a value in this column");
  await expect(runMultiverse(smallSpec([controls]), smallStudy, () => [...people, people[3], people[1], people[3]])).rejects.toThrow("P4 is the id of two people");
});

test("stopped, it keeps what is done", async () => {
  const many = decision("cut", ...Array.from({ length: 200 }, (_, i) => option(`cut${i}`, { excludes: { id: [`P${(i % 100) + 1}`, `P${100 + (i % 19)}`] } })));
  const { universes, stopped } = await run([many], { draws: 20, meanwhile: async () => "stop" as const });
  expect(stopped).toBe(true);
  expect(universes).toHaveLength(64);
});
