import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnNames, csv, folder, rawCells } from "../survey/rawFile";
import { sojourn } from "./wholeProgram";

const here = folder();
const home = process.cwd();
beforeAll(async () => {
  here.put("s.csv", csv(columnNames, rawCells([{}, {}])));
  mkdirSync(join(here.path, "there"));
  here.put("d.csv", `y,x,z,g\n${Array.from({ length: 60 }, (_, i) => `${(i * 7) % 5 < 2 ? 1 : 0},${i % 9},${i % 4},${"abc"[i % 3]}`).join("\n")}\n`);
  process.chdir(here.path);
  await sojourn("fit", "d.csv", "--outcome", "y", "--terms", "x", "--family", "binomial", "--out", "f.json");
});
afterAll(() => process.chdir(home));

const binary = ["d.csv", "--outcome", "y", "--terms", "x,z", "--family", "binomial"];
const ordered = ["d.csv", "--outcome", "z", "--terms", "x", "--family", "ordered"];

type Refused = readonly [argv: readonly string[], en: string, zh: string];

/** Command lines that contradict themselves, or ask for what there is not: what is said of it, and nothing else is printed. */
const REFUSED: Readonly<Record<string, readonly Refused[]>> = {
  effects: [
    [["effects", "d.csv", "--outcome", "y", "--terms", "1", "--family", "binomial"], "--terms: a model without terms has no effects (expected at least one term).", "--terms：没有自变量的模型没有效应（应为：至少一个自变量）。"],
    [["effects", "d.csv", "--formula", "y ~ 1", "--family", "binomial", "--by", "g"], "--terms: a model without terms has no effects (expected at least one term).", "--terms：没有自变量的模型没有效应（应为：至少一个自变量）。"],
    [["effects", ...binary, "--at", "mean", "--by", "g"], "--at: effects at the mean are of one person (expected neither --by nor --bootstrap beside it).", "--at：均值处的效应只针对一个人（应为：不与 --by 或 --bootstrap 同用）。"],
    [["effects", ...binary, "--at", "mean", "--bootstrap", "200", "--seed", "1"], "--at: effects at the mean are of one person (expected neither --by nor --bootstrap beside it).", "--at：均值处的效应只针对一个人（应为：不与 --by 或 --bootstrap 同用）。"],
    [["effects", ...binary, "--at", "x=1,2", "--by", "g"], "--by: effects with columns set to values are averaged over all rows (expected --at or --by, not both).", "--by：把列设为某值时的效应对所有行求平均（应为：--at 与 --by 只能用一个）。"],
    [["effects", ...binary, "--bootstrap", "200", "--seed", "1", "--weights", "z", "--weight-type", "probability"], "--bootstrap: probability weights are no counts of rows to draw from (expected the standard errors of --se, or frequency weights).", "--bootstrap：概率权重不是行数，无法按它抽取（应为：--se 的标准误，或频数权重）。"],
    [["effects", ...binary, "--se", "classical", "--weights", "z", "--weight-type", "probability"], "--se: probability weights have no classical standard errors (expected HC0, HC1, HC2, HC3 or cluster:COLUMN).", "--se：概率权重没有 classical 标准误（应为：HC0、HC1、HC2、HC3 或 cluster:列名）。"],
    [["effects", ...binary, "--se", "expected", "--weights", "z", "--weight-type", "probability"], "--se: probability weights have no expected standard errors (expected HC0, HC1, HC2, HC3 or cluster:COLUMN).", "--se：概率权重没有 expected 标准误（应为：HC0、HC1、HC2、HC3 或 cluster:列名）。"],
    [["effects", ...binary, "--se", "HC1", "--bootstrap", "200", "--seed", "1"], "--se: resamples make their own standard errors (expected --se or --bootstrap, not both).", "--se：重抽样自有标准误（应为：--se 与 --bootstrap 只能用一个）。"],
    [["effects", ...ordered, "--nonparallel", "x", "--bootstrap", "200", "--seed", "1"], "--bootstrap: slopes that differ between cut points are not fitted anew in resamples (expected --nonparallel or --bootstrap, not both).", "--bootstrap：各切点斜率不同的模型不在重抽样中重新拟合（应为：--nonparallel 与 --bootstrap 只能用一个）。"],
    [["effects", ...binary, "--by", "g", "--adjust", "holm", "--bootstrap", "200", "--seed", "1"], "--adjust: resamples have intervals of their own (expected --adjust or --bootstrap, not both).", "--adjust：重抽样自有区间（应为：--adjust 与 --bootstrap 只能用一个）。"],
    [["effects", ...binary, "--psu", "g", "--bootstrap", "200", "--seed", "1"], "--bootstrap: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc alone).", "--bootstrap：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 和 --fpc）。"],
    [["effects", ...binary, "--fpc", "z", "--se", "HC1"], "--se: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc alone).", "--se：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 和 --fpc）。"],
    [["effects", ...binary, "--strata", "g", "--se", "HC1"], "--se: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc alone).", "--se：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 和 --fpc）。"],
    [["effects", ...binary, "--by", "g", "--adjust", "tukey", "--contrast", "reference"], "--adjust: Tukey's correction is of all pairs (expected --contrast pairwise, or --adjust holm).", "--adjust：Tukey 校正针对所有两两比较（应为：--contrast pairwise，或 --adjust holm）。"],
    [["effects", ...binary, "--seed", "1"], "--seed: there is nothing to draw (expected --bootstrap N beside it).", "--seed：没有需要抽取的（应为：同时给出 --bootstrap N）。"],
    [["effects", ...binary, "--bootstrap", "99", "--seed", "1"], "--bootstrap: \"99\" resamples are too few or no number (expected a whole number, 100 or more).", "--bootstrap：“99”次重抽样太少，或不是数字（应为：不小于 100 的整数）。"],
    [["effects", ...binary, "--bootstrap", "1e2.5", "--seed", "1"], "--bootstrap: \"1e2.5\" resamples are too few or no number (expected a whole number, 100 or more).", "--bootstrap：“1e2.5”次重抽样太少，或不是数字（应为：不小于 100 的整数）。"],
    [["effects", ...binary, "--bootstrap", "100.5", "--seed", "1"], "--bootstrap: \"100.5\" resamples are too few or no number (expected a whole number, 100 or more).", "--bootstrap：“100.5”次重抽样太少，或不是数字（应为：不小于 100 的整数）。"],
    [["effects", ...binary, "--bootstrap", "200"], "--seed: it is missing (expected a whole number, so that the intervals can be had again).", "--seed：没有给出（应为：整数，以便区间可以重现）。"],
    [["effects", ...binary, "--bootstrap", "200", "--seed", "x"], "--seed: \"x\" is no seed (expected a whole number, so that the intervals can be had again).", "--seed：“x”不是种子（应为：整数，以便区间可以重现）。"],
    [["effects", ...binary, "--bootstrap", "200", "--seed", "1.5"], "--seed: \"1.5\" is no seed (expected a whole number, so that the intervals can be had again).", "--seed：“1.5”不是种子（应为：整数，以便区间可以重现）。"],
    [["effects", ...binary, "--adjust", "holm"], "--adjust: there are no comparisons to correct (expected --contrast pairwise beside it).", "--adjust：没有可校正的比较（应为：同时给出 --contrast pairwise）。"],
    [["effects", ...binary, "--contrast", "pairwise"], "--contrast: there is nothing to compare with one place only (expected a column with several values, such as --at age=30,40).", "--contrast：只有一个取值点，无可比较（应为：某列有几个取值，如 --at age=30,40）。"],
    [["effects", ...binary, "--contrast", "pairwise", "--at", "x=1"], "--contrast: there is nothing to compare with one place only (expected a column with several values, such as --at age=30,40).", "--contrast：只有一个取值点，无可比较（应为：某列有几个取值，如 --at age=30,40）。"],
    [["effects", ...binary, "--contrast", "reference", "--at", "x=1,2", "--adjust", "tukey"], "--adjust: Tukey's correction is of all pairs (expected --contrast pairwise, or --adjust holm).", "--adjust：Tukey 校正针对所有两两比较（应为：--contrast pairwise，或 --adjust holm）。"],
    [["effects", ...binary, "--at", "x"], "--at: \"x\" is not understood (expected a column and values, such as age=30,40).", "--at：无法理解“x”（应为：一列及其取值，如 age=30,40）。"],
    [["effects", ...binary, "--at", ";"], "--at: \";\" is not understood (expected a column and values, such as age=30,40).", "--at：无法理解“;”（应为：一列及其取值，如 age=30,40）。"],
    [["effects", ...binary, "--at", "x=1;x=2"], "--at, column x: the column is set twice (expected each column once, its values separated by commas).", "--at，列 x：该列设了两次（应为：每列一次，取值以逗号分隔）。"],
    [["effects", ...binary, "--at", "x=1,1"], "--at, column x: a value is given twice (expected each value once).", "--at，列 x：同一取值给了两次（应为：每个取值一次）。"],
    [["effects", "d.csv", "--formula", "y ~ log(x+1)", "--family", "binomial"], "--formula, column log(x+1): it moves with the column it is calculated from, and effects move columns one by one (expected products such as --terms x,x:x). For other calculations compare predictions: sojourn predict --at.", "--formula，列 log(x+1)：它随其来源列而变，而效应是逐列变动的（应为：乘积项，如 --terms x,x:x）。其他计算请比较预测值：sojourn predict --at。"],
    [["effects", "d.csv", "--outcome", "y", "--terms", "g", "--factor", "g", "--family", "binomial", "--elasticity", "eyex"], "--elasticity: g=b, g=c: a step from 0 to 1 is no share of the variable (expected --elasticity eydx, or a term that is a number).", "--elasticity：g=b, g=c：从 0 到 1 的一步不是变量的百分比变化（应为：--elasticity eydx，或数值变量）。"],
    [["effects", "--outcome", "y", "--terms", "x", "--family", "binomial"], "FILE: no data are named (expected a file, or --from SOURCE).", "FILE：没有指明数据（应为：文件，或 --from 来源）。"],
    [["effects", "d.csv", "--from", "e.csv", "--outcome", "y", "--terms", "x", "--family", "binomial"], "--from: d.csv is named beside it (expected one source). A glob stands in quotes, or the shell takes it apart.", "--from：同时又给出了 d.csv（应为：一个来源）。通配符要加引号，否则会被 shell 展开。"],
    [["effects", "d.csv", "--sql", "SELECT 1", "--outcome", "y", "--terms", "x", "--family", "binomial"], "--sql: there is no source to ask (expected --from SOURCE beside it).", "--sql：没有可查询的来源（应为：同时给出 --from 来源）。"],
    [["effects", "d.csv", "--table", "t", "--outcome", "y", "--terms", "x", "--family", "binomial"], "--table: there is no source to ask (expected --from SOURCE beside it).", "--table：没有可查询的来源（应为：同时给出 --from 来源）。"],
  ],
  diagnose: [
    [["diagnose", ...ordered, "--cut", "0.3"], "--cut: an ordered outcome is not called by one cut (expected --family binomial).", "--cut：有序因变量不能用一个切点判定（应为：--family binomial）。"],
    [["diagnose", ...binary, "--groups", "2"], "--groups: 2 groups are too few for a test (expected 3 or more).", "--groups：2 组太少，无法检验（应为：3 个或更多）。"],
    [["diagnose", ...binary, "--cut", "1"], "error: option '--cut <share>' argument '1' is invalid. a share between 0 and 1 is expected.", "错误：选项 '--cut <share>' 的取值 '1' 无效。应为 0 与 1 之间的比例。"],
    [["diagnose", ...binary, "--cut", "0"], "error: option '--cut <share>' argument '0' is invalid. a share between 0 and 1 is expected.", "错误：选项 '--cut <share>' 的取值 '0' 无效。应为 0 与 1 之间的比例。"],
    [["diagnose", ...binary, "--cut", " "], "error: option '--cut <share>' argument ' ' is invalid. a share between 0 and 1 is expected.", "错误：选项 '--cut <share>' 的取值 ' ' 无效。应为 0 与 1 之间的比例。"],
    [["diagnose", ...binary, "--rows-out", "d.csv"], "d.csv: the output would overwrite the input d.csv (expected another file). Choose another name for the output. Nothing was written.", "d.csv：输出会覆盖输入 d.csv（应为：另一个文件）。请为输出换一个名称。没有写入任何文件。"],
  ],
  fit: [
    [["fit", "d.csv", "--outcome", "y", "--terms", "x"], "--family: it is missing (expected binomial or ordered).", "--family：没有给出（应为：binomial 或 ordered）。"],
    [["fit", ...binary, "--levels", "0,1"], "--levels: a binary outcome has no levels to name (expected --family ordered).", "--levels：二元因变量没有可指明的水平（应为：--family ordered）。"],
    [["fit", ...binary, "--weight-type", "probability"], "--weight-type: there are no weights (expected --weights COLUMN beside it).", "--weight-type：没有权重（应为：同时给出 --weights 列名）。"],
    [["fit", ...binary, "--strata", "g", "--weights", "z"], "--strata: a survey's weights are people a row stands for (expected --weight-type probability beside --weights).", "--strata：调查的权重是一行所代表的人数（应为：在 --weights 之外加上 --weight-type probability）。"],
    [["fit", ...binary, "--psu", "g", "--weights", "z"], "--psu: a survey's weights are people a row stands for (expected --weight-type probability beside --weights).", "--psu：调查的权重是一行所代表的人数（应为：在 --weights 之外加上 --weight-type probability）。"],
    [["fit", ...binary, "--fpc", "z", "--weights", "z"], "--fpc: a survey's weights are people a row stands for (expected --weight-type probability beside --weights).", "--fpc：调查的权重是一行所代表的人数（应为：在 --weights 之外加上 --weight-type probability）。"],
    [["fit", "d.csv", "--formula", "y ~ x", "--outcome", "y", "--family", "binomial"], "--formula: it says outcome and terms itself (expected neither --outcome nor --terms beside it).", "--formula：公式本身已给出因变量和自变量（应为：不同时给出 --outcome 或 --terms）。"],
    [["fit", "d.csv", "--formula", "y ~ x", "--terms", "x", "--family", "binomial"], "--formula: it says outcome and terms itself (expected neither --outcome nor --terms beside it).", "--formula：公式本身已给出因变量和自变量（应为：不同时给出 --outcome 或 --terms）。"],
    [["fit", "d.csv", "--terms", "x", "--family", "binomial"], "--outcome: it is missing (expected the column of the outcome (or a --formula)).", "--outcome：没有给出（应为：因变量所在的列（或 --formula））。"],
    [["fit", "d.csv", "--outcome", "y", "--family", "binomial"], "--terms: it is missing (expected columns, or 1 for a model without any (or a --formula)).", "--terms：没有给出（应为：若干列，或以 1 表示没有自变量的模型（或 --formula））。"],
    [["fit", "d.csv", "--outcome", "y", "--terms", "x,,z", "--family", "binomial"], "--terms: \"x,,z\" is not a list (expected names separated by single commas).", "--terms：“x,,z”不是列表（应为：以单个逗号分隔的名称）。"],
    [["fit", ...binary, "--se", "HC4"], "--se: \"HC4\" is not known (expected classical, expected, robust, HC0, HC1, HC2, HC3, cluster:COLUMN or CR2:COLUMN).", "--se：未知的“HC4”（应为：classical、expected、robust、HC0、HC1、HC2、HC3、cluster:列名 或 CR2:列名）。"],
    [["fit", ...binary, "--strata", "g", "--firth"], "--firth: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc without --firth).", "--firth：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 与 --fpc，不用 --firth）。"],
    [["fit", ...binary, "--strata", "g", "--interval", "profile"], "--interval: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc without --interval).", "--interval：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 与 --fpc，不用 --interval）。"],
    [["fit", ...binary, "--psu", "g", "--se", "HC1"], "--se: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc without --se).", "--se：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 与 --fpc，不用 --se）。"],
    [["fit", ...ordered, "--fpc", "z", "--nonparallel", "x"], "--nonparallel: a survey's design makes the standard errors, by linearisation (expected --strata, --psu and --fpc without --nonparallel).", "--nonparallel：标准误由调查设计经线性化得出（应为：只用 --strata、--psu 与 --fpc，不用 --nonparallel）。"],
    [["fit", ...binary, "--se", "classical", "--weights", "z", "--weight-type", "probability"], "--se: probability weights have no classical standard errors (expected HC0, HC1, HC2, HC3 or cluster:COLUMN).", "--se：概率权重没有 classical 标准误（应为：HC0、HC1、HC2、HC3 或 cluster:列名）。"],
    [["fit", ...binary, "--nonparallel", "x"], "--nonparallel: a binary outcome has one cut point only (expected --family ordered).", "--nonparallel：二元因变量只有一个切点（应为：--family ordered）。"],
    [["fit", ...binary, "--interval", "profile", "--se", "HC1"], "--interval: profile intervals are of the likelihood, whatever the standard errors (expected no other --se, and no probability weights).", "--interval：剖面似然区间出自似然，与标准误无关（应为：不用其他 --se，也不用概率权重）。"],
    [["fit", ...binary, "--interval", "profile", "--weights", "z", "--weight-type", "probability"], "--interval: profile intervals are of the likelihood, whatever the standard errors (expected no other --se, and no probability weights).", "--interval：剖面似然区间出自似然，与标准误无关（应为：不用其他 --se，也不用概率权重）。"],
    [["fit", ...ordered, "--firth"], "--firth: it is offered for the binary logit only (expected --family binomial --link logit).", "--firth：只适用于二元 logit（应为：--family binomial --link logit）。"],
    [["fit", ...binary, "--firth", "--link", "probit"], "--firth: it is offered for the binary logit only (expected --family binomial --link logit).", "--firth：只适用于二元 logit（应为：--family binomial --link logit）。"],
    [["fit", ...binary, "--firth", "--se", "HC0"], "--firth: its standard errors come from the penalised likelihood (expected no other --se, and no probability weights).", "--firth：其标准误来自惩罚似然（应为：不用其他 --se，也不用概率权重）。"],
    [["fit", ...binary, "--firth", "--weights", "z", "--weight-type", "probability"], "--firth: its standard errors come from the penalised likelihood (expected no other --se, and no probability weights).", "--firth：其标准误来自惩罚似然（应为：不用其他 --se，也不用概率权重）。"],
    [["fit", ...binary, "--firth", "--level", "0.9"], "--level: Firth's intervals are those of the penalised profile, at 95% (expected --firth without it).", "--level：Firth 的区间出自惩罚似然的剖面，为 95%（应为：使用 --firth 时不用它）。"],
    [["fit", ...binary, "--firth", "--interval", "wald"], "--interval: Firth's intervals are those of the penalised profile, at 95% (expected --firth without it).", "--interval：Firth 的区间出自惩罚似然的剖面，为 95%（应为：使用 --firth 时不用它）。"],
  ],
  test: [
    [["test", "f.json", "--terms", "x", "--drop1"], "--drop1: one test at a time: --terms, --drop1 were given (expected one of them).", "--drop1：一次只做一个检验，却给出了 --terms, --drop1（应为：其中之一）。"],
    [["test", "f.json", "--terms", "x", "--hypothesis", "x = 0"], "--hypothesis: one test at a time: --terms, --hypothesis were given (expected one of them).", "--hypothesis：一次只做一个检验，却给出了 --terms, --hypothesis（应为：其中之一）。"],
    [["test", "f.json", "--hypothesis", "x = 0", "--method", "lr"], "--method: a linear hypothesis has Wald's test only (expected --method wald, or none).", "--method：线性假设只有 Wald 检验（应为：--method wald，或不给）。"],
    [["test", "f.json", "h.json", "--terms", "x"], "--terms: of several fits each is compared with the next, by the likelihood ratio (expected one fit, or no other option).", "--terms：多个拟合依次两两以似然比比较（应为：一个拟合，或不加其他选项）。"],
    [["test", "f.json", "h.json", "--method", "score"], "--method: of several fits each is compared with the next, by the likelihood ratio (expected one fit, or no other option).", "--method：多个拟合依次两两以似然比比较（应为：一个拟合，或不加其他选项）。"],
    [["test", "f.json", "--cluster", "g"], "--cluster: there is nothing to draw (expected --bootstrap N beside it).", "--cluster：没有需要抽取的（应为：同时给出 --bootstrap N）。"],
    [["test", "f.json", "--seed", "3"], "--seed: there is nothing to draw (expected --bootstrap N beside it).", "--seed：没有需要抽取的（应为：同时给出 --bootstrap N）。"],
    [["test", "f.json", "--wild", "webb"], "--wild: there is nothing to draw (expected --bootstrap N beside it).", "--wild：没有需要抽取的（应为：同时给出 --bootstrap N）。"],
    [["test", "f.json", "--bootstrap", "99", "--method", "score"], "--method: the bootstrap is of the score (expected --bootstrap without it).", "--method：该自助法针对得分（应为：只用 --bootstrap）。"],
    [["test", "f.json", "h.json", "--bootstrap", "99"], "--bootstrap: it tests that terms of one fit are 0 together (expected one fit, with --terms).", "--bootstrap：它检验一个拟合的若干变量同时为 0（应为：一个拟合，并给出 --terms）。"],
    [["test", "f.json", "--bootstrap", "99", "--drop1"], "--bootstrap: it tests that terms of one fit are 0 together (expected one fit, with --terms).", "--bootstrap：它检验一个拟合的若干变量同时为 0（应为：一个拟合，并给出 --terms）。"],
    [["test", "f.json", "--bootstrap", "99", "--hypothesis", "x = 0"], "--bootstrap: it tests that terms of one fit are 0 together (expected one fit, with --terms).", "--bootstrap：它检验一个拟合的若干变量同时为 0（应为：一个拟合，并给出 --terms）。"],
  ],
  multiverse: [
    [["multiverse", "--reading", "gender=male"], "--reading: gender=male is one reading, and a multiverse takes all (expected --only, or a multiverse with other options). Nothing was computed.", "--reading：gender=male 是一种编码方案，而多重宇宙取全部（应为：--only，或选项不同的多重宇宙）。未作计算。"],
    [["multiverse", "--out", "m.xlsx"], "--out: m.xlsx is neither (expected a name that ends in .csv or .parquet). Nothing was computed.", "--out：m.xlsx 两者都不是（应为：以 .csv 或 .parquet 结尾的文件名）。未作计算。"],
    [["multiverse", "--shard", "1/3"], "--shard: a part is of use as a file only (expected --out FILE.parquet). Nothing was computed.", "--shard：一部分只有写成文件才有用（应为：--out FILE.parquet）。未作计算。"],
    [["multiverse", "--shard", "1/3", "--out", "m.csv", "--draws", "5"], "--shard: a draw is refitted in all universes of a curve, and a part has not all (expected no --draws beside it). Nothing was computed.", "--shard：每次抽样须在曲线的全部设定上重新拟合，而一部分没有全部（应为：不同时给出 --draws）。未作计算。"],
    [["multiverse", "--shard", "1/3", "--out", "m.csv", "--sensitivity"], "--shard: the choices of the paper itself are told with the whole, not with a part (expected no --sensitivity beside --shard). Nothing was computed.", "--shard：论文自身的选择随全部设定给出，不随一部分给出（应为：--shard 不与 --sensitivity 同用）。未作计算。"],
    [["multiverse", "--shard", "0/3", "--out", "m.csv"], "--shard: 0/3 is no part (expected i/n, such as 1/10, i from 1 to n). Nothing was computed.", "--shard：0/3 不是一个部分（应为：i/n，例如 1/10，i 为 1 至 n）。未作计算。"],
    [["multiverse", "--shard", "4/3", "--out", "m.csv"], "--shard: 4/3 is no part (expected i/n, such as 1/10, i from 1 to n). Nothing was computed.", "--shard：4/3 不是一个部分（应为：i/n，例如 1/10，i 为 1 至 n）。未作计算。"],
    [["multiverse", "--shard", "third", "--out", "m.csv"], "--shard: third is no part (expected i/n, such as 1/10, i from 1 to n). Nothing was computed.", "--shard：third 不是一个部分（应为：i/n，例如 1/10，i 为 1 至 n）。未作计算。"],
    [["multiverse", "--seed", "3"], "--seed: there is nothing to draw (expected --draws N beside it). Nothing was computed.", "--seed：没有需要抽取的（应为：同时给出 --draws N）。未作计算。"],
    [["multiverse", "--workers", "2"], "--workers: there is nothing to draw (expected --draws N beside it). Nothing was computed.", "--workers：没有需要抽取的（应为：同时给出 --draws N）。未作计算。"],
    [["multiverse", "--draws", "100000000"], "--draws: 100000000 are too many (expected fewer than 1048576). Nothing was computed.", "--draws：100000000 过多（应为：少于 1048576）。未作计算。"],
    [["multiverse", "--draws", "5", "--seed", "99999999999"], "--seed: 99999999999 is too large (expected at most 4294967295). Nothing was computed.", "--seed：99999999999 过大（应为：至多 4294967295）。未作计算。"],
    [["multiverse", "--draws", "5", "--workers", "0"], "--workers: 0 cannot work (expected 1 or more). Nothing was computed.", "--workers：0 个无法工作（应为：1 或更多）。未作计算。"],
    [["multiverse", "--draws", "5", "--resume"], "--resume: draws are kept beside the file of --out (expected the --out of the run that was interrupted). Nothing was computed.", "--resume：抽样保存在 --out 文件旁（应为：被中断的那次运行的 --out）。未作计算。"],
    [["multiverse", "--out", "m.csv", "--resume"], "--resume: there are no draws to go on with (expected the --draws wanted). Nothing was computed.", "--resume：没有可继续的抽样（应为：所要的 --draws）。未作计算。"],
  ],
  map: [
    [["map", "d.csv"], "d.csv: this does not look like a file of the survey: of the 22 columns that it needs 0 were found and 0 have something like them; the file has y, x, z, g (expected columns such as wave (调查年份), city (城市), age (年龄), gender (性别)). Give the survey's own file, or the codebook of another study with --study. Nothing was written.", "d.csv：这不像是本调查的文件：所需的 22 列中找到 0 列，另有 0 列有近似者；文件中有 y, x, z, g（应为：诸如 wave (调查年份), city (城市), age (年龄), gender (性别) 的列）。请给出调查本身的文件，或用 --study 指定另一项研究的编码手册。没有写入任何文件。"],
    [["map", "d.csv", "--out", "d.csv"], "d.csv: the output would overwrite the input d.csv (expected another file). Choose another name for the output. Nothing was written.", "d.csv：输出会覆盖输入 d.csv（应为：另一个文件）。请为输出换一个名称。没有写入任何文件。"],
    [["map", "d.csv", "--out", "m.json", "--explain", "m.json"], "m.json: the output would overwrite the input m.json (expected another file). Choose another name for the output. Nothing was written.", "m.json：输出会覆盖输入 m.json（应为：另一个文件）。请为输出换一个名称。没有写入任何文件。"],
  ],
  run: [
    [["run", "--cell-timeout", "0"], "error: option '--cell-timeout <seconds>' argument '0' is invalid. a positive number is expected.", "错误：选项 '--cell-timeout <seconds>' 的取值 '0' 无效。应为正数。"],
    [["run", "--cell-timeout", "1000000"], "error: option '--cell-timeout <seconds>' argument '1000000' is invalid. a positive number is expected.", "错误：选项 '--cell-timeout <seconds>' 的取值 '1000000' 无效。应为正数。"],
    [["run", "--cell-timeout", " "], "error: option '--cell-timeout <seconds>' argument ' ' is invalid. a positive number is expected.", "错误：选项 '--cell-timeout <seconds>' 的取值 ' ' 无效。应为正数。"],
    [["run", "--jobs", "100"], "error: option '--jobs <n>' argument '100' is invalid. a whole number from 1 to 99 is expected.", "错误：选项 '--jobs <n>' 的取值 '100' 无效。应为 1 至 99 的整数。"],
    [["run", "none.ipynb"], "none.ipynb: does not exist (expected a notebook or a folder of notebooks).", "none.ipynb：不存在（应为：笔记本，或笔记本的文件夹）。"],
  ],
  site: [
    [["site", "--data", "d.csv"], "d.csv: the committed notebooks did not run on it (expected --notebooks DIR beside --data). First: sojourn run --data FILE --out DIR.", "d.csv：仓库中的笔记本不是用该数据运行的（应为：--data 与 --notebooks DIR 同用）。请先运行：sojourn run --data FILE --out DIR。"],
    [["site", "--mapping", "m.json"], "--mapping: tells how to read data, and none are named (expected --data FILE beside --mapping).", "--mapping：说明如何读取数据，却没有给出数据（应为：--mapping 与 --data FILE 同用）。"],
    [["site", "--sheet", "2"], "--sheet: tells how to read data, and none are named (expected --data FILE beside --sheet).", "--sheet：说明如何读取数据，却没有给出数据（应为：--sheet 与 --data FILE 同用）。"],
  ],
  code: [
    [["code"], "code: no raw file was given (expected sojourn code RAW.csv… --out CODED.csv). Name the files to read. Nothing was written.", "code：没有给出原始数据文件（应为：sojourn code RAW.csv… --out CODED.csv）。请给出要读取的文件。没有写入任何文件。"],
    [["code", "s.csv"], "code: --out is missing (expected sojourn code RAW.csv… --out CODED.csv). Say where to write. Nothing was written.", "code：缺少 --out（应为：sojourn code RAW.csv… --out CODED.csv）。请指明写到哪里。没有写入任何文件。"],
    [["code", "--out", "c.csv"], "code: no raw file was given (expected sojourn code RAW.csv… --out CODED.csv). Name the files to read. Nothing was written.", "code：没有给出原始数据文件（应为：sojourn code RAW.csv… --out CODED.csv）。请给出要读取的文件。没有写入任何文件。"],
    [["code", "s.csv", "--out", "s.csv"], "s.csv: the output would overwrite the input s.csv (expected another file). Choose another name for the output. Nothing was written.", "s.csv：输出会覆盖输入 s.csv（应为：另一个文件）。请为输出换一个名称。没有写入任何文件。"],
    [["code", "--study", "nowhere"], "code: --out is missing (expected sojourn code --study FOLDER --out CODED.csv). Say where to write. Nothing was written.", "code：缺少 --out（应为：sojourn code --study FOLDER --out CODED.csv）。请指明写到哪里。没有写入任何文件。"],
    [["code", "--readings", "s.csv"], "s.csv: --readings lists those of the paper, and does nothing else (expected --readings by itself).", "s.csv：--readings 只列出论文的编码方案，不做其他事（应为：只用 --readings）。"],
    [["code", "--readings", "--out", "c.csv"], "--out: --readings lists those of the paper, and does nothing else (expected --readings by itself).", "--out：--readings 只列出论文的编码方案，不做其他事（应为：只用 --readings）。"],
    [["code", "--readings", "--sheet", "2"], "--sheet: --readings lists those of the paper, and does nothing else (expected --readings by itself).", "--sheet：--readings 只列出论文的编码方案，不做其他事（应为：只用 --readings）。"],
    [["code", "--reading", "gender=x", "s.csv", "--out", "c.csv"], "reading gender: \"x\" is not one of its choices (expected female or male). `sojourn code --readings` lists them all. Nothing was written.", "reading gender：\"x\" 不是它的选项（应为：female 或 male）。`sojourn code --readings` 会列出全部。没有写入任何文件。"],
  ],
  synthesize: [
    [["synthesize", "--out", "c.csv"], "synthesize: --seed is missing (expected sojourn synthesize --seed N --out FILE). Nothing was written.", "synthesize：缺少 --seed（应为：sojourn synthesize --seed N --out FILE）。没有写入任何文件。"],
    [["synthesize", "--seed", "1"], "synthesize: --out is missing (expected sojourn synthesize --seed N --out FILE). Nothing was written.", "synthesize：缺少 --out（应为：sojourn synthesize --seed N --out FILE）。没有写入任何文件。"],
    [["synthesize", "--seed", "1.5", "--out", "c.csv"], "--seed: \"1.5\" is not a seed or count (expected a whole number from 0 to 9007199254740991). Nothing was written.", "--seed：\"1.5\" 不是种子或次数（应为：0 至 9007199254740991 的整数）。没有写入任何文件。"],
    [["synthesize", "--seed", "-1", "--out", "c.csv"], "--seed: \"-1\" is not a seed or count (expected a whole number from 0 to 9007199254740991). Nothing was written.", "--seed：\"-1\" 不是种子或次数（应为：0 至 9007199254740991 的整数）。没有写入任何文件。"],
    [["synthesize", "--seed", "9007199254740992", "--out", "c.csv"], "--seed: \"9007199254740992\" is not a seed or count (expected a whole number from 0 to 9007199254740991). Nothing was written.", "--seed：\"9007199254740992\" 不是种子或次数（应为：0 至 9007199254740991 的整数）。没有写入任何文件。"],
    [["synthesize", "--seed", "1", "--search", "--moves", "many", "--out", "c.csv"], "--moves: \"many\" is not a seed or count (expected a whole number from 0 to 9007199254740991). Nothing was written.", "--moves：\"many\" 不是种子或次数（应为：0 至 9007199254740991 的整数）。没有写入任何文件。"],
    [["synthesize", "--seed", "1", "--out", "nowhere/c.csv"], "nowhere/c.csv: there is no folder nowhere (expected a file in a folder that exists). Make the folder first. Nothing was written.", "nowhere/c.csv：没有文件夹 nowhere（应为：位于已有文件夹中的文件）。请先建立该文件夹。没有写入任何文件。"],
  ],
  reproduce: [
    [["reproduce", "--table", "t"], "--table: there is no source to ask (expected --from SOURCE beside it).", "--table：没有可查询的来源（应为：同时给出 --from 来源）。"],
    [["reproduce", "--sql", "SELECT 1"], "--sql: there is no source to ask (expected --from SOURCE beside it).", "--sql：没有可查询的来源（应为：同时给出 --from 来源）。"],
    [["reproduce", "--way", "steps"], "--way: there is no source to ask (expected --from SOURCE beside it).", "--way：没有可查询的来源（应为：同时给出 --from 来源）。"],
    [["reproduce", "--seed", "3"], "--seed: there is nothing to draw without --impute (expected --impute beside it). Give --impute, or leave --seed out.", "--seed：没有 --impute，就没有可抽取的内容（应为：同时给出 --impute）。请给出 --impute，或去掉 --seed。"],
    [["reproduce", "--impute", "1"], "--impute: 1 data sets cannot be pooled (expected 2 or more; 20 is usual). Give a larger number.", "--impute：1 份数据无法合并（应为：2 或以上，通常为 20）。请给出更大的数。"],
    [["reproduce", "--impute", "0"], "--impute: 0 data sets cannot be pooled (expected 2 or more; 20 is usual). Give a larger number.", "--impute：0 份数据无法合并（应为：2 或以上，通常为 20）。请给出更大的数。"],
    [["reproduce", "--impute", "5", "--study", "s"], "--impute: imputation knows the paper's questionnaire only (expected no --study beside --impute). Leave one of the two out.", "--impute：插补只认识本论文的问卷（应为：--impute 不与 --study 同用）。请去掉其中一个。"],
    [["reproduce", "--from", "a.csv", "--data", "s.csv"], "--data: it works on a file that fits in memory (expected --from without --data). Leave one of the two out. Nothing was written.", "--data：它只用于内存放得下的文件（应为：--from，去掉 --data）。请去掉其中一个。没有写入任何文件。"],
    [["reproduce", "--from", "a.csv", "--study", "s"], "--study: it works on a file that fits in memory (expected --from without --study). Leave one of the two out. Nothing was written.", "--study：它只用于内存放得下的文件（应为：--from，去掉 --study）。请去掉其中一个。没有写入任何文件。"],
    [["reproduce", "--from", "a.csv", "--impute", "5"], "--impute: it works on a file that fits in memory (expected --from without --impute). Leave one of the two out. Nothing was written.", "--impute：它只用于内存放得下的文件（应为：--from，去掉 --impute）。请去掉其中一个。没有写入任何文件。"],
    [["reproduce", "--from", "a.csv", "--impute", "5", "--seed", "3"], "--impute: it works on a file that fits in memory (expected --from without --impute). Leave one of the two out. Nothing was written.", "--impute：它只用于内存放得下的文件（应为：--from，去掉 --impute）。请去掉其中一个。没有写入任何文件。"],
    [["reproduce", "s.csv"], "s.csv: a survey is named by an option here (expected sojourn reproduce --data s.csv). Put --data before each file.", "s.csv：此处用选项指明调查文件（应为：sojourn reproduce --data s.csv）。请在每个文件前加上 --data。"],
    [["reproduce", "--mapping", "m.json"], "--mapping: tells how to read data, and none are named (expected --data FILE beside --mapping).", "--mapping：说明如何读取数据，却没有给出数据（应为：--mapping 与 --data FILE 同用）。"],
    [["reproduce", "--encoding", "gbk"], "--encoding: tells how to read data, and none are named (expected --data FILE beside --encoding).", "--encoding：说明如何读取数据，却没有给出数据（应为：--encoding 与 --data FILE 同用）。"],
    [["reproduce", "--reading", "nonsense"], "--reading: \"nonsense\" is not a reading (expected name=choice). `sojourn code --readings` lists them all. Nothing was written.", "--reading：\"nonsense\" 不是编码方案（应为：name=choice）。`sojourn code --readings` 会列出全部。没有写入任何文件。"],
    [["reproduce", "--reading", "gender=nobody"], "reading gender: \"nobody\" is not one of its choices (expected female or male). `sojourn code --readings` lists them all. Nothing was written.", "reading gender：\"nobody\" 不是它的选项（应为：female 或 male）。`sojourn code --readings` 会列出全部。没有写入任何文件。"],
  ],
  verdicts: [
    [["verdicts", "s.csv"], "s.csv: a survey is named by an option here (expected sojourn verdicts --data s.csv). Put --data before each file.", "s.csv：此处用选项指明调查文件（应为：sojourn verdicts --data s.csv）。请在每个文件前加上 --data。"],
    [["verdicts", "--separator", ";"], "--separator: tells how to read data, and none are named (expected --data FILE beside --separator).", "--separator：说明如何读取数据，却没有给出数据（应为：--separator 与 --data FILE 同用）。"],
  ],
  trace: [
    [["trace", "M4"], "M4: M4 prints no term \"\" (expected one of age2, gender, education, cumulativeCausation, contactWillingness, supportSelf, supportKin, supportUnit, participationBehaviour, participationCognition, const).", "M4：M4 没有刊印变量“”（应为：以下之一：age2, gender, education, cumulativeCausation, contactWillingness, supportSelf, supportKin, supportUnit, participationBehaviour, participationCognition, const）。"],
    [["trace", "M9.age2"], "M9.age2: there is no model \"M9\" (expected MODEL.TERM with a model of M1, M2, M3, M4, O1, O3, O4).", "M9.age2：没有模型“M9”（应为：“模型.变量”，模型为 M1, M2, M3, M4, O1, O3, O4 之一）。"],
    [["trace", "M4.nothing"], "M4.nothing: M4 prints no term \"nothing\" (expected one of age2, gender, education, cumulativeCausation, contactWillingness, supportSelf, supportKin, supportUnit, participationBehaviour, participationCognition, const).", "M4.nothing：M4 没有刊印变量“nothing”（应为：以下之一：age2, gender, education, cumulativeCausation, contactWillingness, supportSelf, supportKin, supportUnit, participationBehaviour, participationCognition, const）。"],
    [["trace", "M4.age2", "--mapping", "m.json"], "--mapping: tells how to read data, and none are named (expected --data FILE beside --mapping).", "--mapping：说明如何读取数据，却没有给出数据（应为：--mapping 与 --data FILE 同用）。"],
    [["trace", "M4.age2", "--html", "nowhere/t.html"], "nowhere/t.html: there is no folder nowhere (expected a file in a folder that exists). Make the folder first. Nothing was written.", "nowhere/t.html：没有文件夹 nowhere（应为：位于已有文件夹中的文件）。请先建立该文件夹。没有写入任何文件。"],
  ],
  predict: [
    [["predict", "f.json", "--new", "d.csv", "--at", "x=1"], "--new: its rows have values of their own (expected neither --at nor --grid beside it).", "--new：该文件的各行自有取值（应为：不同时给出 --at 或 --grid）。"],
    [["predict", "f.json", "--new", "d.csv", "--grid"], "--new: its rows have values of their own (expected neither --at nor --grid beside it).", "--new：该文件的各行自有取值（应为：不同时给出 --at 或 --grid）。"],
    [["predict", "f.json", "--measure", "ratio"], "--measure: there are no comparisons to measure (expected --contrast pairwise beside it).", "--measure：没有可度量的比较（应为：同时给出 --contrast pairwise）。"],
    [["predict", "f.json", "--at", "x=0,1", "--contrast", "pairwise", "--measure", "ratio", "--scale", "link"], "--measure: ratios are of probabilities, not of the linear predictor (expected --scale response).", "--measure：比值针对概率，而非线性预测值（应为：--scale response）。"],
    [["predict", "f.json", "--level", "1"], "error: option '--level <share>' argument '1' is invalid. a share such as 0.9, or 90, is expected.", "错误：选项 '--level <share>' 的取值 '1' 无效。应为比例，如 0.9，或 90。"],
    [["predict", "f.json", "--level", "0"], "error: option '--level <share>' argument '0' is invalid. a share such as 0.9, or 90, is expected.", "错误：选项 '--level <share>' 的取值 '0' 无效。应为比例，如 0.9，或 90。"],
    [["predict", "none.json"], "none.json: there is no such file. Check the path. Nothing was written.", "none.json：没有这个文件。请检查路径。没有写入任何文件。"],
    [["predict", "d.csv"], "d.csv, row 1: is no JSON: at character 1 \"y,x,z,g\" stands (expected a value). Correct it there, or just before.", "d.csv，第 1 行：不是 JSON：第 1 个字符处是 \"y,x,z,g\"（应为：一个值）。请在该处或其前改正。"],
    [["predict", "f.json", "--new", "d.csv", "--contrast", "pairwise"], "--contrast: there is nothing to compare with one place only (expected a column with several values, such as --at age=30,40).", "--contrast：只有一个取值点，无可比较（应为：某列有几个取值，如 --at age=30,40）。"],
    [["predict", "f.json", "--at", "x=0,1", "--contrast", "second"], "--contrast: second differences are over two columns with several values each, and here are 1 (expected two columns with several values each, such as --at smoke=0,1;race=black,white).", "--contrast：二阶差分针对两列，每列有几个取值，此处有 1 列（应为：两列，每列有几个取值，如 --at smoke=0,1;race=black,white）。"],
    [["predict", "f.json", "--at", "q=1"], "--at, column q: the model has no such column (expected x).", "--at，列 q：模型中没有这一列（应为：x）。"],
  ],
  table: [
    [["table", "none.html"], "none.html: there is no such file. Check the path. Nothing was written.", "none.html：没有这个文件。请检查路径。没有写入任何文件。"],
    [["table", "d.csv", "--page", "0"], "error: option '--page <number>' argument '0' is invalid. a whole number from 1 is expected.", "错误：选项 '--page <number>' 的取值 '0' 无效。应为不小于 1 的整数。"],
    [["table", "d.csv", "--table", "0"], "error: option '--table <number>' argument '0' is invalid. a whole number from 1 is expected.", "错误：选项 '--table <number>' 的取值 '0' 无效。应为不小于 1 的整数。"],
    [["table", "d.csv", "--page", "1"], "d.csv: --page is for a PDF (expected a PDF). Leave it out.", "d.csv：--page 只用于 PDF（应为：PDF 文件）。请去掉它。"],
  ],
  audit: [
    [["audit", "none.json"], "none.json: there is no such file. Check the path. Nothing was written.", "none.json：没有这个文件。请检查路径。没有写入任何文件。"],
    [["audit", "d.csv", "--pairs", "a"], "d.csv: no table was understood (expected rows of a label with numbers, standard errors in brackets beside or below them). Paste the table with its headings, one row a line, or as CSV.", "d.csv：没有读懂任何表格（应为：每行一个变量名和若干数字，标准误在旁边或下方的括号中）。请连同表头粘贴表格，每行一行，或用 CSV。"],
    [["audit", "t.json", "--html", "t.json"], "t.json: the output would overwrite the input t.json (expected another file). Choose another name for the output. Nothing was written.", "t.json：输出会覆盖输入 t.json（应为：另一个文件）。请为输出换一个名称。没有写入任何文件。"],
  ],
  inspect: [
    [["inspect", "none.csv"], "none.csv: there is no such file. Check the path. Nothing was written.", "none.csv：没有这个文件。请检查路径。没有写入任何文件。"],
    [["inspect", "--mapping", "m.json"], "--mapping: tells how to read data, and none are named (expected FILE… beside --mapping).", "--mapping：说明如何读取数据，却没有给出数据（应为：--mapping 与 FILE… 同用）。"],
    [["inspect", "d.csv"], "d.csv: 23 columns and answers do not fit the codebook:\nid (missing); wave (missing); city (missing); age (missing); gender (missing); residenceStatus (missing); education (missing); workCategory (missing); and 15 columns more\nThe first: row 1, column id: missing column id (expected every column that selecting or coding the sample needs). sojourn map \"d.csv\" --out mapping.json lists all, with proposals. Nothing was written.", "d.csv：有 23 处列或答案与编码手册不符：\nid（缺此列）; wave（缺此列）; city（缺此列）; age（缺此列）; gender（缺此列）; residenceStatus（缺此列）; education（缺此列）; workCategory（缺此列）; 另有 15 列\n第一处：第 1 行，列 id：缺少列 id（应为：筛选样本和编码所需的每一列）。sojourn map \"d.csv\" --out mapping.json 会列出全部，并给出建议。没有写入任何文件。"],
  ],
  new: [
    [["new", "thing", "x"], "thing: there is no such thing to make here (expected study). sojourn new study NAME. Nothing was written.", "thing：这里不能生成此类内容（应为：study）。sojourn new study 名称。没有写入任何文件。"],
    [["new", "study", "1x"], "1x: \"1x\" is no name for a study (expected letters, digits, - and _, a letter first). Choose another name. Nothing was written.", "1x：\"1x\" 不能作为研究名称（应为：字母、数字、- 和 _，以字母开头）。请换一个名称。没有写入任何文件。"],
    [["new", "study", "study here"], "study here: \"study here\" is no name for a study (expected letters, digits, - and _, a letter first). Choose another name. Nothing was written.", "study here：\"study here\" 不能作为研究名称（应为：字母、数字、- 和 _，以字母开头）。请换一个名称。没有写入任何文件。"],
    [["new", "study", "there"], "there: is there already (expected a folder that is not there yet). Choose another name. Nothing was written.", "there：已经存在（应为：尚不存在的文件夹）。请换一个名称。没有写入任何文件。"],
  ],
  engines: [
    [["engines", "remove"], "remove: engines has no such task (expected install, or nothing to see what is there).", "remove：engines 没有这项任务（应为：install，或不写以查看现状）。"],
  ],
};

describe.each(Object.entries(REFUSED))("sojourn %s refuses", (_, cases) => {
  it.each(cases)("%j", async (argv, en, zh) => {
    expect(await sojourn(...argv, "--lang", "en")).toEqual({ exit: 2, stdout: "", stderr: en });
    expect(await sojourn(...argv, "--lang", "zh")).toEqual({ exit: 2, stdout: "", stderr: zh });
  });
});

it.each([
  ["effects", ...binary, "--bootstrap", "100", "--seed", "0", "--by", "g"], ["effects", ...binary, "--at", "x=1,2;z=0", "--contrast", "pairwise", "--adjust", "tukey"], ["effects", ...binary, "--at", "x=1,2", "--contrast", "reference", "--adjust", "holm"],
  ["diagnose", ...binary, "--groups", "3", "--cut", "0.999"], ["fit", ...ordered, "--levels", "0,1,2,3"], ["fit", ...binary, "--firth"], ["fit", ...binary, "--interval", "profile", "--se", "classical"], ["fit", ...binary, "--interval", "wald", "--se", "CR2:g"],
])("and takes what is none: %j", async (...argv) => expect(await sojourn(...argv)).toMatchObject({ exit: 0, stderr: "" }));
