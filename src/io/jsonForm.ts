import { didYouMean } from "../faults/nearest";
import { either, joined, said, type Said, type Text, word } from "../faults/said";
import { pointerTo } from "./jsonPointer";

/** What of JSON Schema our own forms need; nothing is compiled, so a page without eval checks by it too. */
export interface Form {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Form[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Form>>;
  readonly additionalProperties?: false | Form;
  readonly minProperties?: number;
  readonly items?: Form;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly pattern?: string;
}

/** Where a value is not of its form: its JSON pointer, what stands there, and what was expected. */
export interface Misfit {
  readonly pointer: string;
  readonly found: Text;
  readonly expected: Text;
}

/**
 * The first place where a value is not of a form; undefined where it is.
 *
 * @example misfitOf({ n: "1" }, { type: "object", properties: { n: { type: "number" } } }) // { pointer: "/n", found: "\"1\"", expected: "a number" }
 */
export function misfitOf(value: unknown, form: Form, pointer = ""): Misfit | undefined {
  const misfit = (expected: Text, found: Text = shown(value)): Misfit => ({ pointer, found, expected });
  if (form.anyOf) return form.anyOf.some((one) => !misfitOf(value, one, pointer)) ? undefined : nearest(value, form.anyOf, pointer) ?? misfit(joined(form.anyOf.map(wordsOf), ", or "));
  if (form.type !== undefined && ![form.type].flat().includes(typeOf(value))) return misfit(wordsOf(form));
  if ("const" in form && value !== form.const) return misfit(wordsOf(form));
  if (form.enum && !form.enum.includes(value)) return misfit(wordsOf(form));
  if (typeof value === "string" && (value.trim().length < (form.minLength ?? 0) || (form.pattern !== undefined && !new RegExp(form.pattern, "u").test(value)))) return misfit(wordsOf(form));
  if (Array.isArray(value)) return ofList(value, form, pointer, misfit);
  return typeof value === "object" && value !== null ? ofObject(value as Record<string, unknown>, form, pointer, misfit) : undefined;
}

type Say = (expected: Text, found?: Text) => Misfit;

function ofList(list: readonly unknown[], { items, minItems = 0, uniqueItems }: Form, pointer: string, misfit: Say): Misfit | undefined {
  if (list.length < minItems) return misfit(said`a list of at least ${minItems}`);
  const twice = uniqueItems ? list.findIndex((item, i) => list.indexOf(item) < i) : -1;
  if (twice >= 0) return { pointer: pointerTo(pointer, twice), found: said`${shown(list[twice])} stands twice`, expected: "each once" };
  for (const [i, item] of list.entries()) {
    const inside = items && misfitOf(item, items, pointerTo(pointer, i));
    if (inside) return inside;
  }
  return undefined;
}

function ofObject(object: Readonly<Record<string, unknown>>, { required = [], properties = {}, additionalProperties, minProperties = 0 }: Form, pointer: string, misfit: Say): Misfit | undefined {
  const known = Object.keys(properties);
  const stranger = additionalProperties === false ? Object.keys(object).find((key) => !Object.hasOwn(properties, key)) : undefined;
  // Before what is lacking: a key that is lacking is often one that is misspelt.
  if (stranger !== undefined) return { pointer: pointerTo(pointer, stranger), found: said`unknown key ${JSON.stringify(stranger)}${didYouMean(stranger, known)}`, expected: known.join(", ") };
  const lacking = required.find((key) => !Object.hasOwn(object, key));
  if (lacking !== undefined) return misfit(required.join(", "), said`no ${lacking}`);
  if (Object.keys(object).length < minProperties) return misfit(either(known));
  for (const [key, value] of Object.entries(object)) {
    const form = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    const inside = form && misfitOf(value, form, pointerTo(pointer, key));
    if (inside) return inside;
  }
  return undefined;
}

/** Of several forms the one whose type the value has, so that what is wrong inside it is said. */
function nearest(value: unknown, forms: readonly Form[], pointer: string): Misfit | undefined {
  const alike = forms.filter(({ type }) => type !== undefined && [type].flat().includes(typeOf(value)));
  return alike.length === 1 ? misfitOf(value, alike[0], pointer) : undefined;
}

const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const TYPES: Readonly<Record<string, string>> = { string: "a text", number: "a number", boolean: "true or false", object: "an object { … }", array: "a list [ … ]", null: "null" };

function wordsOf(form: Form): Said {
  if ("const" in form) return said`${JSON.stringify(form.const)}`;
  if (form.enum) return said`${form.enum.map((one) => JSON.stringify(one)).join(", ")}`;
  if (form.pattern !== undefined) return said`a text of the form ${form.pattern}`;
  const types = [form.type ?? []].flat().map((type) => word(type === "string" && form.minLength ? "a text that is not empty" : TYPES[type]));
  return types.length === 0 ? word("a value") : joined(types, " or ");
}

/** A value in a message, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
