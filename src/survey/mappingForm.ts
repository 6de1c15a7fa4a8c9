import type { Form } from "../io/jsonForm";

const word: Form = { type: ["string", "number"], minLength: 1 };
const words: Form = { type: "object", additionalProperties: word };
/** Codes that mean "no answer"; the empty cell may be named among them, and is one anyway. */
const codes: Form = { type: "array", items: { type: ["string", "number"] } };

const part: Readonly<Record<string, Form>> = {
  columns: words,
  values: { type: "object", additionalProperties: words },
  wave: { anyOf: [word, words] },
  missing: { anyOf: [codes, { type: "object", additionalProperties: codes }] },
};

/** The form of a mapping's file; whether its columns and codes are the codebook's is checked after it. */
export const MAPPING_FORM: Form = {
  type: "object", additionalProperties: false,
  properties: { ...part, files: { type: "object", additionalProperties: { type: "object", additionalProperties: false, properties: part } } },
};

type Word = string | number;

/** What a file of that form holds, of the whole or of one file under `files`. */
export interface WrittenPart {
  readonly columns?: Readonly<Record<string, Word>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, Word>>>>;
  readonly wave?: Word | Readonly<Record<string, Word>>;
  readonly missing?: readonly Word[] | Readonly<Record<string, readonly Word[]>>;
}

export type WrittenMapping = WrittenPart & { readonly files?: Readonly<Record<string, WrittenPart>> };
