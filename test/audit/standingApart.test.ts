import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit";
import { dataFile } from "../../src/projectFolder";
import { readPublished } from "../../src/published/readPublished";

const published = readPublished(dataFile("published.json"));
/** The paper's table with other R² in some of its models. */
const found = (changed: Readonly<Record<string, string>>) => {
  const models = Object.fromEntries(Object.entries(published.models).map(([id, model]) => [id, changed[id] === undefined ? model : { ...model, pseudoR2: changed[id] }]));
  return audit({ ...published, models } as typeof published).findings.filter(({ check, message }) => check === "pseudoR2" && message.startsWith("No one of the eight"));
};

describe("R² that no definition gives in all models", () => {
  it("are said to be one model's where the others fit, which is read without it", () => {
    const [finding, ...more] = found({ M2: "0.090" });
    expect([more.length, finding.model, finding.severity]).toEqual([0, "M2", "note"]);
    expect(finding.message).toMatch(/at any event count: all but .*fit .*Nagelkerke.*\. The R², log-likelihood or n of the one that stands apart is misprinted, or its R² is of another definition\.$/);
    expect(finding.messageZh).toMatch(/所有模型的 R²：除 .*外均符合 .*Nagelkerke.*。与众不同者的 R²、对数似然值或样本量可能印错/);
    expect(finding.code).toBe('definitionsLeft(published, "nearest", "M2")');
    expect(finding.printed).toEqual({ n: String(published.models.M2.n), logLik: published.models.M2.logLik, pseudoR2: "0.090" });
  });

  it("are said to be several models' where none stands apart", () => {
    const [finding, ...more] = found({ M1: "0.041", M2: "0.090" });
    expect(more).toEqual([]);
    expect(finding.message).toMatch(/at any event count\. R², log-likelihood or n are misprinted in several models, or the R² is no function of the log-likelihoods \(Tjur's, Efron's\)\.$/);
    expect(finding.messageZh).toContain("可能有多处印错，或该 R² 不是对数似然的函数");
    expect(finding.code).toBe("definitionsLeft(published)");
  });

  it("are none in the paper's own table", () => expect(found({})).toEqual([]));
});
