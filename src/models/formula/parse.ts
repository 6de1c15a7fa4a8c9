import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { isBeyondDoubles } from "../../io/number";

/** What an expression such as `log(x)^2 + 1`, `age >= 18 & g == "a"` or the right side of a formula is made of. */
export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly inner: readonly Node[]; readonly text: string }
  | { readonly kind: "operator"; readonly name: string; readonly inner: readonly Node[] };

interface Token {
  readonly kind: "number" | "text" | "name" | "sign";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<text>"[^"]*"|'[^']*')|`(?<quoted>[^`]*)`|(?<name>[\p{L}.][\p{L}\p{N}\p{M}._]*)|(?<sign>%in%|==|!=|<=|>=|&&|\|\||[-+*/^:()!<>&|,~]))/uy;

/** Binding strengths, as in R. */
const STRENGTH: Readonly<Record<string, number>> = {
  "|": 1, "||": 1, "&": 2, "&&": 2, "==": 4, "!=": 4, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%in%": 7, ":": 8, "^": 10,
};
const [NOT, MINUS, POWER] = [3, 9, 10];

/**
 * Understands an expression, with R's signs, their order of binding, `backticks` around names that need them.
 * @param option what messages call it, such as --where
 * @throws {BadInput} with what is not understood, and where
 */
export function parseExpression(text: string, option: string): Node {
  const parser = new Parser(text, option);
  const node = parser.expression();
  parser.end();
  return node;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(private readonly text: string, private readonly option: string) {
    this.tokens = tokensOf(text, option);
  }

  expression(weakest = 0): Node {
    let left = this.prefix();
    for (;;) {
      const name = this.sign();
      const strength = name === undefined ? undefined : STRENGTH[name];
      if (name === undefined || strength === undefined || strength < weakest) return left;
      this.at++;
      // ^ binds to the right (2^3^2 is 2^9), and its exponent may have a sign.
      left = { kind: "operator", name, inner: [left, this.expression(strength === POWER ? POWER : strength + 1)] };
    }
  }

  end(): void {
    if (this.at < this.tokens.length) this.refuse();
  }

  private prefix(): Node {
    const token = this.tokens[this.at++];
    if (!token) return this.refuse();
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token.kind === "text") return { kind: "text", value: token.text };
    if (token.kind === "name") return this.sign() === "(" && this.text[token.to - 1] !== "`" ? this.call(token) : { kind: "name", name: token.text };
    if (token.text === "-" || token.text === "+") return { kind: "operator", name: token.text, inner: [this.expression(MINUS)] };
    if (token.text === "!") return { kind: "operator", name: "!", inner: [this.expression(NOT)] };
    if (token.text !== "(") {
      this.at--;
      return this.refuse();
    }
    const inner = this.expression();
    this.take(")");
    return inner;
  }

  private call({ text: name, from }: Token): Node {
    this.take("(");
    const inner: Node[] = [];
    if (this.sign() !== ")") do inner.push(this.expression()); while (this.skip(","));
    this.take(")");
    return { kind: "call", name, inner, text: this.text.slice(from, this.tokens[this.at - 1].to).replace(/\s+/g, " ") };
  }

  private sign = (): string | undefined => (this.tokens[this.at]?.kind === "sign" ? this.tokens[this.at].text : undefined);

  private take(sign: string): void {
    if (!this.skip(sign)) this.refuse(sign);
  }

  private skip(sign: string): boolean {
    if (this.sign() !== sign) return false;
    this.at++;
    return true;
  }

  private refuse(expected = "a column, a number or a sign such as + * : ^ ( )"): never {
    const token = this.tokens[this.at];
    throw new BadInput({ file: this.option }, token ? said`"${this.text}" is not understood at character ${token.from + 1}, "${token.text}"` : said`"${this.text}" ends too soon`, expected, "A column whose name holds other signs stands in `backticks`.");
  }
}

function tokensOf(text: string, option: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found?.groups) {
      const from = at + text.slice(at).search(/\S/);
      throw new BadInput({ file: option }, said`"${text}" is not understood at character ${from + 1}, "${text[from]}"`, "columns, numbers, \"texts\" and signs", "A column whose name holds other signs stands in `backticks`.");
    }
    const { number, text: quote, quoted, name, sign } = found.groups;
    const from = at + found[0].search(/\S/);
    at = TOKEN.lastIndex;
    if (number !== undefined && isBeyondDoubles(number)) throw new BadInput({ file: option }, said`${number} is a whole number beyond 2^53, which a double does not hold`, "smaller numbers", "In quotes it is compared as a text, digit by digit.");
    if (number !== undefined && !Number.isFinite(Number(number))) throw new BadInput({ file: option }, said`${number} is beyond every number that is calculated with`, "a finite number");
    if (number !== undefined) tokens.push({ kind: "number", text: number, from, to: at });
    else if (quote !== undefined) tokens.push({ kind: "text", text: quote.slice(1, -1), from, to: at });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, from, to: at });
    else tokens.push({ kind: "name", text: (quoted ?? name).normalize("NFC"), from, to: at });
  }
  return tokens;
}

/** The columns that an expression speaks of. */
export const namesIn = (node: Node): string[] => node.kind === "name" ? [node.name] : "inner" in node ? [...new Set(node.inner.flatMap(namesIn))] : [];
