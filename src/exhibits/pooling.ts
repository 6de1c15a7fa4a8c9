import { poolingSplit, poolingTest } from "../audit/checks/pooling";
import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import type { Cell, Table } from "../display/table";
import { EMPTY } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { refuseUnknown } from "../faults/nearest";
import { said } from "../faults/said";
import { fitBinaryLogit } from "../models/binary";
import { chiSquareTail } from "../models/numeric/chiSquare";
import { type PublishedTable, sizeOf } from "../published/publishedTable";
import { binaryFitOf, fitOf, inCommon, peopleOf, refuseShared } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";
import { outcomeOf } from "./outcomeWords";

const STATISTIC = { decimals: 3 } as const;
const P = { decimals: 4, floor: true } as const;

/**
 * One model for everybody against one a group: the likelihood-ratio test that all coefficients, the constant too, are
 * equal, and its two parts, the groups' different levels and all the rest.
 *
 * From print the parts are an identity: the crude level needs the event counts alone, the rest is what is left and has no
 * degrees of freedom of its own. With the rows at hand the whole is fitted again with a constant for the first group,
 * and what is left is a test of the slopes.
 *
 * Source: Chow's test in its likelihood form; LR = 2(Σ logLik of the parts − logLik of the whole), df = (groups − 1)·k.
 *
 * @param events  behind the printed R², by model; the parts first
 * @throws {BadInput} a model that is not in print, or without its events; parts that do not divide the people of the whole, or have other terms
 */
export function poolingTable(result: StudyResult, published: PublishedTable, whole: string, parts: readonly [string, string], events: Readonly<Record<string, number>>): Table {
  refuseUnknown("poolingTable, published", [whole, ...parts], Object.keys(published.models));
  refuseUnknown("poolingTable, events", [whole, ...parts], Object.keys(events));
  const df = published.models[whole].rows.length;
  const fits = [whole, ...parts].map((model) => binaryFitOf(result, model));
  const outcomes = new Set([whole, ...parts].map((model) => outcomeOf(result, model)));
  if (outcomes.size === 1) refuseNoSplit(result, whole, parts);
  const dfRefitted = fits[0].coefficients.length;
  const printed = poolingTest(logLikOf(published, whole), parts.map((part) => logLikOf(published, part)), df);
  const counted = (model: string) => ({ events: events[model], n: sizeOf(published, model) });
  const { level, rest } = poolingSplit(printed.lr, counted(whole), parts.map(counted));
  const refitted = ratio(fits[0].logLik, fits.slice(1).map(({ logLik }) => logLik));
  const constant = 2 * (withConstant(result, whole, parts[0]) - fits[0].logLik);
  const atHand = outcomes.size === 1 ? row : notComparable(outcomes);
  return plainTable({
    id: `pooling-${whole}`, ...originOf(result),
    title: { en: `${whole} against ${parts.join(" + ")}: are all coefficients equal?`, zh: `${whole} 对 ${parts.join(" + ")}：系数全部相等吗？` },
    stub: { en: "what is compared", zh: "比较内容" },
    columns: ["LR", "df", "p"],
    rows: [
      row({ en: "as printed: everything, constants too", zh: "原文：全部系数，含常数项" }, printed.lr, df),
      row({ en: "of which the crude level: shares alone", zh: "其中：仅比例之差" }, level, 1),
      row({ en: "of which the rest: no test", zh: "其中：余下部分（不构成检验）" }, rest),
      atHand({ en: "data at hand: everything, constants too", zh: "现有数据：全部系数，含常数项" }, refitted, dfRefitted),
      atHand({ en: "of which a constant for each region", zh: "其中：各地区一个常数项" }, constant, 1),
      atHand({ en: "of which the slopes, given that constant", zh: "其中：给定常数项后的各斜率" }, refitted - constant, dfRefitted - 1),
    ],
    notes: [{ en: "The crude level compares shares without any variable, the region's constant does so beside all of them: the two splits are not the same one.", zh: "“仅比例之差”不含任何变量，“各地区一个常数项”则控制了全部变量：两种分解并不相同。" }],
  });
}

/** Likelihoods of two outcomes, as some readings give the whole and its parts, have no ratio. */
const notComparable = (outcomes: ReadonlySet<string>) => (header: Bilingual): [Bilingual, ...Cell[]] =>
  [header, { text: { en: `not comparable: ${[...outcomes].join(", ")}`, zh: `不可比：${[...outcomes].join("、")}` } }, EMPTY, EMPTY];

/**
 * Refuses parts that are none of the whole: their likelihoods would be put together all the same.
 *
 * @throws {BadInput} parts that share people or leave some out, or models of other terms than the whole
 */
function refuseNoSplit(result: StudyResult, whole: string, parts: readonly [string, string]): void {
  refuseShared(result, ...parts);
  const sizes = [whole, ...parts].map((model) => fitOf(result, model).n);
  const shared = parts.map((part) => inCommon(result, whole, part));
  const file = `study ${result.study.id}`;
  if (sizes[0] !== sizes[1] + sizes[2] || shared[0] !== sizes[1] || shared[1] !== sizes[2]) throw new BadInput({ file }, said`${whole} has ${sizes[0]} people, of whom ${shared[0]} are in ${parts[0]} (of ${sizes[1]}) and ${shared[1]} in ${parts[1]} (of ${sizes[2]})`, "two models that divide the people of the first");
  const [own, ...others] = [whole, ...parts].map((model) => fitOf(result, model).coefficients.map(({ term }) => term));
  for (const [i, terms] of others.entries()) {
    const apart = [...own.filter((term) => !terms.includes(term)), ...terms.filter((term) => !own.includes(term))];
    if (apart.length > 0) throw new BadInput({ file }, said`${apart.join(", ")} is not in both ${whole} and ${parts[i]}`, "the same terms in all three models");
  }
}

const row = (header: Bilingual, lr: number, df?: number): [Bilingual, ...Cell[]] =>
  [header, { number: lr, format: STATISTIC }, df === undefined ? EMPTY : { number: df, format: { decimals: 0 } }, df === undefined ? EMPTY : { number: chiSquareTail(lr, df), format: P }];

const ratio = (whole: number, parts: readonly number[]): number => 2 * (parts.reduce((sum, part) => sum + part, 0) - whole);

/** The log-likelihood of the whole with one more column: who belongs to the first part. */
function withConstant(result: StudyResult, whole: string, first: string): number {
  const { X, y, terms, people } = peopleOf(result, whole);
  const members = new Set(peopleOf(result, first).people);
  return fitBinaryLogit(X.map((values, i) => [...values, Number(members.has(people[i]))]), y, [...terms, first]).logLik;
}

function logLikOf({ models }: PublishedTable, model: string): string {
  const { logLik } = models[model];
  if (logLik === undefined) throw new Error(`${model} prints no log-likelihood to pool`);
  return logLik;
}
