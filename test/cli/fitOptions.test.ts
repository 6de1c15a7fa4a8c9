import { expect, it } from "vitest";
import { fitOptionsOf, labelsOf, type FitOptions } from "../../src/cli/fitOptions";
import { bothLanguages } from "../io/bothLanguages";

const options = (more: Partial<FitOptions> = {}): FitOptions => ({ outcome: "y", terms: "a,b", family: "binomial", link: "logit", factor: [], ...more });

it("options of a fit are those of the model's fitter, with the labels it needs", () => {
  expect(fitOptionsOf(options())).toEqual({ fitOptions: { family: "binomial", link: "logit" }, labels: [] });
  expect(fitOptionsOf(options({ family: "ordered", link: "probit", se: "cluster:city", nonparallel: "a,`b,c`", level: 0.9, interval: "wald" }))).toEqual({ fitOptions: { family: "ordered", link: "probit", standardErrors: { cluster: "city" }, nonparallel: ["a", "b,c"], level: 0.9, interval: "wald" }, labels: ["city"] });
  expect(fitOptionsOf(options({ firth: true, se: "classical" }))).toEqual({ fitOptions: { family: "binomial", link: "logit", standardErrors: "classical", firth: true }, labels: [] });
  expect(fitOptionsOf(options({ interval: "profile", se: "classical" })).fitOptions.interval).toBe("profile");
  expect(fitOptionsOf(options({ interval: "wald", se: "HC1", weights: "w", weightType: "probability" })).fitOptions.standardErrors).toBe("HC1");
  expect(fitOptionsOf(options({ strata: "s", interval: "wald", level: 0.9 })).fitOptions).toMatchObject({ interval: "wald", level: 0.9 });
  expect([labelsOf(undefined), labelsOf("HC1"), labelsOf({ cr2: "a" }), labelsOf({ cluster: "b" })]).toEqual([[], [], ["a"], ["b"]]);
});

const DESIGN = (option: string): [string, string] => [`${option}: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc without ${option}).`, `${option}：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 与 --fpc，不用 ${option}）。`];
const WEIGHTED = (se: string): [string, string] => [`--se: probability weights have no ${se} standard errors (expected HC0, HC1, HC2, HC3 or cluster:COLUMN).`, `--se：概率权重没有 ${se} 标准误（应为：HC0、HC1、HC2、HC3 或 cluster:列名）。`];
const PROFILE: [string, string] = ["--interval: profile intervals are of the likelihood, whatever the standard errors (expected no other --se, and no probability weights).", "--interval：剖面似然区间出自似然，与标准误无关（应为：不用其他 --se，也不用概率权重）。"];
const PENALISED: [string, string] = ["--firth: its standard errors come from the penalised likelihood (expected no other --se, and no probability weights).", "--firth：其标准误来自惩罚似然（应为：不用其他 --se，也不用概率权重）。"];
const BINARY: [string, string] = ["--firth: it is offered for the binary logit only (expected --family binomial --link logit).", "--firth：只适用于二元 logit（应为：--family binomial --link logit）。"];
const AT_95 = (option: string): [string, string] => [`${option}: Firth's intervals are those of the penalised profile, at 95% (expected --firth without it).`, `${option}：Firth 的区间出自惩罚似然的剖面，为 95%（应为：使用 --firth 时不用它）。`];
const weights = { weights: "w", weightType: "probability" } as const;

it.each<[Partial<FitOptions>, [string, string]]>([
  [{ strata: "s", se: "HC1", firth: true }, DESIGN("--se")], [{ psu: "s", firth: true, nonparallel: "a" }, DESIGN("--firth")], [{ fpc: "s", nonparallel: "a", interval: "profile" }, DESIGN("--nonparallel")], [{ fpc: "s", interval: "profile" }, DESIGN("--interval")],
  [{ ...weights, se: "classical" }, WEIGHTED("classical")], [{ ...weights, se: "expected" }, WEIGHTED("expected")],
  [{ nonparallel: "a" }, ["--nonparallel: a binary outcome has one cut point only (expected --family ordered).", "--nonparallel：二元因变量只有一个切点（应为：--family ordered）。"]],
  [{ interval: "profile", se: "robust" }, PROFILE], [{ interval: "profile", ...weights }, PROFILE],
  [{ firth: true, family: "ordered" }, BINARY], [{ firth: true, link: "probit" }, BINARY], [{ firth: true, se: "HC0" }, PENALISED], [{ firth: true, ...weights }, PENALISED], [{ firth: true, ...weights, se: "HC1" }, PENALISED],
  [{ firth: true, level: 0.9 }, AT_95("--level")], [{ firth: true, interval: "wald" }, AT_95("--interval")], [{ firth: true, level: 0.9, interval: "wald" }, AT_95("--level")],
])("contradictions are refused: %j", (more, said) => expect(bothLanguages(() => fitOptionsOf(options(more)))).toEqual(said));
