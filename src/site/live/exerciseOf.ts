/** What the site knows of the exercises of its notebooks: never their answers. */
export interface ExerciseForm {
  /** Words that a part may be answered with; the part of an answer that is one word is "". */
  readonly words?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly hints: number;
}

/** An exercise that a cell asks, as its page shows it: a field for each part of the answer. */
export interface CellExercise {
  readonly id: string;
  readonly parts: readonly { readonly name: string; readonly words?: readonly string[] | undefined }[];
  readonly hints: number;
}

/** The exercise of a cell, by its call of `check`; an answer of several parts stands there as an object of blanks. */
export function exerciseOf(source: string, forms: Readonly<Record<string, ExerciseForm>>): CellExercise | undefined {
  const [, id, blanks] = /^\s*check\("(\w+)",\s*(\{[^{}]*\})?/m.exec(source) ?? [];
  if (id === undefined || !Object.hasOwn(forms, id)) return undefined;
  const { words, hints } = forms[id];
  const names = blanks === undefined ? [""] : Array.from(blanks.matchAll(/(\w+)\s*:/g), ([, name]) => name);
  return { id, hints, parts: names.map((name) => ({ name, words: words?.[name] })) };
}
