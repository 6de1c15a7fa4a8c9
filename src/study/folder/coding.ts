import { columnOf, rankOf, type Codebook } from "../../survey/codebook";
import type { Respondent, Survey } from "../../survey/respondent";
import type { Bilingual } from "../../bilingual";
import { meets } from "../group";
import type { CodedPerson, Condition } from "../study";

/** How one column of the models is made: from a column of the survey, or from columns coded before it. */
export type ColumnRule = { readonly name: string } & (
  | { readonly from: string; readonly as: RuleOfAnswer }
  | { readonly of: readonly string[]; readonly by: "product" | "sum" | "mean" }
);

/**
 * `is` 1 for these answers, 0 for any other · `values` a number for each answer, null for none · `rank` the answer's place in
 * the codebook's order, the first counting 1 · `number` the number itself, raised to a power · `text` the answer's code.
 * Whoever gave no answer has no value.
 */
export type RuleOfAnswer =
  | { readonly kind: "is"; readonly answers: readonly string[] }
  | { readonly kind: "values"; readonly values: Readonly<Record<string, number | null>> }
  | { readonly kind: "rank" }
  | { readonly kind: "number"; readonly power: number }
  | { readonly kind: "text" };

/** Who stays in the sample, told as the reason for which the others leave. */
export interface SampleRule extends Bilingual {
  readonly column: string;
  readonly keep: Condition;
}

export interface Coding {
  readonly sample: readonly SampleRule[];
  readonly columns: readonly ColumnRule[];
}

/** One step of the sample selection: why respondents left, how many, and how many were left after it. */
export interface SampleStep extends Bilingual {
  readonly reason: string;
  readonly dropped: number;
  readonly left: number;
}

/** The respondents who stay, in the order of the file, and the steps, the first being all rows; last leave those without a key answer. */
export function selectBy({ sample }: Coding, { respondents, codebook }: Survey): { respondents: readonly Respondent[]; flow: SampleStep[] } {
  const flow: SampleStep[] = [{ reason: "rows", en: "rows read", zh: "读入的行", dropped: 0, left: respondents.length }];
  let left = respondents;
  const keep = (reason: string, { en, zh }: Bilingual, stays: (who: Respondent) => boolean) => {
    const next = left.filter(stays);
    flow.push({ reason, en, zh, dropped: left.length - next.length, left: next.length });
    left = next;
  };
  for (const rule of sample) keep(rule.column, rule, (who) => meets(valueIn(who, rule.column, codebook), rule.keep));
  const lacksKey = (who: Respondent) => codebook.columns.some(({ name, key, oneSuffices }) => key && (oneSuffices ?? [name]).every((column) => who[column] === undefined));
  if (codebook.columns.some(({ key }) => key)) keep("missingKeyVariable", { en: "missing key variable", zh: "关键变量缺失" }, (who) => !lacksKey(who));
  return { respondents: left, flow };
}

/** One respondent's coded columns, the id first. */
export function codeBy({ columns }: Coding, who: Respondent, codebook: Codebook): CodedPerson {
  const coded: Record<string, number | string | undefined> = { id: who.id };
  for (const rule of columns) coded[rule.name] = "from" in rule ? fromAnswer(rule.from, rule.as, who, codebook) : combined(rule, coded);
  return coded;
}

function fromAnswer(column: string, rule: RuleOfAnswer, who: Respondent, codebook: Codebook): number | string | undefined {
  const answer = who[column];
  if (answer === undefined) return undefined;
  switch (rule.kind) {
    case "is": return rule.answers.includes(answer) ? 1 : 0;
    case "values": return rule.values[answer] ?? undefined;
    case "rank": return rankOf(columnOf(codebook, column), answer);
    case "number": return Number(answer) ** rule.power;
    case "text": return answer;
  }
}

function combined({ of, by }: Extract<ColumnRule, { readonly of: unknown }>, coded: CodedPerson): number | undefined {
  const values = of.map((name) => coded[name]);
  if (!values.every((value) => typeof value === "number")) return undefined;
  const numbers = values;
  if (by === "product") return numbers.reduce((product, value) => product * value, 1);
  const sum = numbers.reduce((total, value) => total + value, 0);
  return by === "sum" ? sum : sum / numbers.length;
}

function valueIn(who: Respondent, column: string, codebook: Codebook): number | string | undefined {
  const answer = who[column];
  return answer !== undefined && columnOf(codebook, column).type === "whole number" ? Number(answer) : answer;
}
