import type { Column } from "../survey/codebook";

/** What a rule gives for each combination of answers: a value, or a question and what follows from each of its answers. */
export type AnswerTree =
  | { readonly value: TreeValue }
  | { readonly column: string; readonly branches: readonly { readonly answers: readonly string[]; readonly then: AnswerTree }[]; readonly otherwise: AnswerTree };

export type TreeValue = number | string | boolean | undefined;

/** Somebody's answers, as far as a rule reads them. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** Every answer that a column may hold, in the order by which SQL numbers them. */
export const answersOf = ({ answers, least, most }: Column): string[] =>
  answers ? answers.map(({ code }) => code) : Array.from({ length: most! - least! + 1 }, (_, i) => String(least! + i));

/**
 * A rule as a tree, by asking it about every combination of the answers that it reads, missing ones among them. The tree is the
 * rule: nothing is written a second time. Answers that lead to the same are taken together.
 *
 * @param reads  the columns that the rule reads
 * @param rule   a pure function of these answers
 */
export function answerTree(reads: readonly Column[], rule: (answers: Answers) => TreeValue, given: Answers = {}): AnswerTree {
  const [column, ...rest] = reads;
  if (column === undefined) return { value: rule(given) };
  // Where there is no answer, no comparison holds: that branch is the one without a condition.
  const otherwise = answerTree(rest, rule, { ...given, [column.name]: undefined });
  const branches = new Map<string, { answers: string[]; then: AnswerTree }>();
  for (const answer of answersOf(column)) {
    const then = answerTree(rest, rule, { ...given, [column.name]: answer });
    const same = branches.get(keyOf(then));
    if (same) same.answers.push(answer);
    else branches.set(keyOf(then), { answers: [answer], then });
  }
  branches.delete(keyOf(otherwise));
  return branches.size === 0 ? otherwise : { column: column.name, branches: [...branches.values()], otherwise };
}

const keyOf = (tree: AnswerTree): string => JSON.stringify(tree, (_, value: unknown) => (value === undefined ? "undefined" : value));
