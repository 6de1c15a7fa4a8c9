import Ajv, { type ErrorObject } from "ajv";
import schema from "./nbformat.v4.5.schema.json";

/**
 * Does a notebook, in the shape of its file, follow the official schema of nbformat 4.5? Keys that it does not know may be there.
 *
 * @returns one line on what is wrong first, or undefined where nothing is
 */
export function invalidity(file: unknown): string | undefined {
  const validate = (validator ??= compile());
  return validate(file) ? undefined : firstCause(validate.errors ?? []);
}

let validator: ReturnType<typeof compile> | undefined;

function compile() {
  // The schema is draft 04, of which it uses nothing that later drafts changed; its one pattern with a stray hyphen
  // is no Unicode regular expression.
  const { $schema: _, ...rules } = open(schema) as Record<string, unknown>;
  return new Ajv({ strict: false, allErrors: true, verbose: true, unicodeRegExp: false }).compile(rules);
}

/** The schema without its ban on keys that it does not know: what other programs have noted in a notebook is theirs, and stays. */
function open(rules: unknown): unknown {
  if (Array.isArray(rules)) return rules.map(open);
  if (typeof rules !== "object" || rules === null) return rules;
  return Object.fromEntries(Object.entries(rules).filter(([key, value]) => !(key === "additionalProperties" && value === false)).map(([key, value]) => [key, open(value)]));
}

/** A cell may be one of three kinds, an output one of four, and ajv complains for each: the deepest about its own kind. */
function firstCause(errors: readonly ErrorObject[]): string {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length;
  const telling = errors.filter((error) => error.keyword !== "oneOf" && aboutItsKind(error));
  const [worst] = [...(telling.length ? telling : errors)].sort((a, b) => depth(b) - depth(a));
  if (!worst) return "not a notebook";
  return `${worst.instancePath || "the notebook"} ${worst.message}`;
}

const KINDS = ["raw", "markdown", "code", "execute_result", "display_data", "stream", "error"];

/** Is a complaint made by the schema of the kind that its cell or output says it is? */
function aboutItsKind({ instancePath, parentSchema, data }: ErrorObject): boolean {
  if (/\/(cell|output)_type$/.test(instancePath)) return !KINDS.includes(data as string);
  const wanted = parentSchema?.properties as Record<string, { enum?: unknown[] }> | undefined;
  const of = data as Record<string, unknown> | undefined;
  return ["cell_type", "output_type"].every((type) => !wanted?.[type] || wanted[type].enum?.[0] === of?.[type]);
}
