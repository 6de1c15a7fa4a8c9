import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { splitUnquoted, unquoted } from "../models/data/quoted";

/** `age=30,40;gender=0` as all its combinations, the last column changing fastest. @throws {BadInput} */
export function combinations(text = ""): Record<string, string>[] {
  const named = splitUnquoted(text, ";").filter((part) => part !== "").map((part) => {
    const [name, list, ...more] = splitUnquoted(part, "=");
    const values = splitUnquoted(list ?? "", ",").map(unquoted);
    if (name === "" || list === undefined || more.length > 0 || values.includes("")) throw new BadInput({ file: "--at" }, said`"${part}" is not understood`, "a column and values, such as age=30,40");
    return { name: unquoted(name), values };
  });
  if (named.length === 0 && text !== "") throw new BadInput({ file: "--at" }, said`"${text}" is not understood`, "a column and values, such as age=30,40");
  const twice = named.find(({ name }, i) => named.findIndex((other) => other.name === name) !== i);
  if (twice) throw new BadInput({ file: "--at", column: twice.name }, "the column is set twice", "each column once, its values separated by commas");
  const again = named.find(({ values }) => new Set(values).size < values.length);
  if (again) throw new BadInput({ file: "--at", column: again.name }, "a value is given twice", "each value once");
  return named.reduce<Record<string, string>[]>((all, { name, values }) => all.flatMap((before) => values.map((value) => ({ ...before, [name]: value }))), [{}]);
}
