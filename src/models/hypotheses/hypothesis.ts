import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { splitUnquoted } from "../data/quoted";
import { type Node, parseExpression } from "../formula/parse";
import type { Restriction } from "./wald";

/** What a side of an equation comes to: a number, and so much of each coefficient. */
type Linear = { readonly constant: number; readonly of: Readonly<Record<string, number>> };

/**
 * Understands linear hypotheses such as `a = b; 2*c - d = 0.5`. A coefficient whose name holds other signs stands in
 * `backticks`: `` `city=Yiwu` = 0 ``.
 *
 * @throws {BadInput} where an equation is not understood or not linear
 * Source: R `car::linearHypothesis`, test/fixtures/models/commands.R.
 * @example readHypotheses("a = b") // [{"combination":{"a":1,"b":-1},"value":0,"text":"a = b"}]
 */
export function readHypotheses(text: string): (Restriction & { readonly text: string })[] {
  const equations = splitUnquoted(text, ";").filter((equation) => equation !== "");
  if (equations.length === 0) throw new BadInput({ file: "--hypothesis" }, said`"${text}" is no equation`, "such as a = b, or a = 0", "A name with = in it stands in `backticks`.");
  return equations.map((equation) => {
    const sides = splitUnquoted(equation, "=").filter((side, i, all) => !(side === "" && i > 0 && i < all.length - 1)); // == as well
    if (sides.length !== 2) throw new BadInput({ file: "--hypothesis" }, said`"${equation}" is no equation`, "such as a = b, or a = 0", "A name with = in it stands in `backticks`.");
    const [left, right] = sides.map((side) => linear(parseExpression(side, "--hypothesis"), equation));
    const combination: Record<string, number> = { ...left.of };
    for (const [name, times] of Object.entries(right.of)) combination[name] = (combination[name] ?? 0) - times;
    if (Object.values(combination).every((times) => times === 0)) throw new BadInput({ file: "--hypothesis" }, said`"${equation}" says nothing of a coefficient`, "an equation with a coefficient in it");
    return { combination, value: right.constant - left.constant, text: equation };
  });
}

function linear(node: Node, equation: string): Linear {
  if (node.kind === "number") return { constant: node.value, of: {} };
  if (node.kind === "name") return { constant: 0, of: { [node.name]: 1 } };
  if (node.kind === "operator") {
    if (node.name === ":") return { constant: 0, of: { [productName(node, equation)]: 1 } };
    const [a, b] = node.inner.map((part) => linear(part, equation));
    if (!b) return scaled(a, node.name === "-" ? -1 : 1);
    if (node.name === "+") return sum(a, b);
    if (node.name === "-") return sum(a, scaled(b, -1));
    if (node.name === "*" && isNumber(a)) return scaled(b, a.constant);
    if (node.name === "*" && isNumber(b)) return scaled(a, b.constant);
    if (node.name === "/" && isNumber(b) && b.constant !== 0) return scaled(a, 1 / b.constant);
  }
  throw new BadInput({ file: "--hypothesis" }, said`"${equation}" is not linear in the coefficients`, "sums and multiples of coefficients, such as 2*a - b = 1");
}

/** a:b is the name of a product's coefficient. */
function productName(node: Node, equation: string): string {
  if (node.kind === "name") return node.name;
  if (node.kind === "operator" && node.name === ":") return node.inner.map((part) => productName(part, equation)).join(":");
  throw new BadInput({ file: "--hypothesis" }, said`"${equation}" is not understood`, "names of coefficients around the colon");
}

const isNumber = ({ of }: Linear): boolean => Object.keys(of).length === 0;
const scaled = ({ constant, of }: Linear, times: number): Linear => ({ constant: times * constant, of: Object.fromEntries(Object.entries(of).map(([name, value]) => [name, times * value])) });
const sum = (a: Linear, b: Linear): Linear => ({ constant: a.constant + b.constant, of: Object.fromEntries([...new Set([...Object.keys(a.of), ...Object.keys(b.of)])].map((name) => [name, (a.of[name] ?? 0) + (b.of[name] ?? 0)])) });
