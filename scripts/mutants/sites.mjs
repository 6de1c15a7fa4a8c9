// @ts-check
// Where and how the source can be broken.
import { readFileSync } from "node:fs";
import ts from "typescript";

/** @typedef {{ file: string, row: number, line: string, operator: string, start: number, end: number, was: string, becomes: string }} Site */

/** Every operator, with what it does. @type {Readonly<Record<string, string>>} */
export const OPERATORS = {
  boundary: "a < b → a <= b, and the like",
  equality: "a === b → a !== b, and back",
  arithmetic: "a + b → a - b (numbers only), a * b → a / b, and back",
  logic: "a && b → a || b, and back",
  condition: "if (a) → if (!(a)); a ? b : c → a ? c : b",
  number: "7 → 8 (not in types; −1 of .at(−1) included)",
  truth: "true → false, and back",
  sign: "-a → a",
  quantifier: ".some → .every, .find → .findLast, Math.min → Math.max, and back",
  rounding: "Math.round → Math.floor, Math.floor → Math.ceil, and back",
  default: "a ?? b → a",
  languages: "{ en: a, zh: b } → { en: b, zh: a }",
  filter: "list.filter(f) → list",
  refusal: "throw a; → ;",
  escaping: "text.replace(a, b) → text, and replaceAll",
};

const { SyntaxKind: K } = ts;

/** @type {Readonly<Record<number, [string, string]>>} */
const BINARY = {
  [K.LessThanToken]: ["boundary", "<="], [K.LessThanEqualsToken]: ["boundary", "<"], [K.GreaterThanToken]: ["boundary", ">="], [K.GreaterThanEqualsToken]: ["boundary", ">"],
  [K.EqualsEqualsEqualsToken]: ["equality", "!=="], [K.ExclamationEqualsEqualsToken]: ["equality", "==="],
  [K.PlusToken]: ["arithmetic", "-"], [K.MinusToken]: ["arithmetic", "+"], [K.AsteriskToken]: ["arithmetic", "/"], [K.SlashToken]: ["arithmetic", "*"],
  [K.AmpersandAmpersandToken]: ["logic", "||"], [K.BarBarToken]: ["logic", "&&"],
};

/** Methods that become others. @type {Readonly<Record<string, [string, string]>>} */
const METHODS = {
  ...both("quantifier", [["some", "every"], ["find", "findLast"], ["findIndex", "findLastIndex"], ["min", "max"]]),
  floor: ["rounding", "ceil"], ceil: ["rounding", "floor"], round: ["rounding", "floor"],
};

/** Methods whose call goes, so that what they are called on is left as it is. @type {Readonly<Record<string, string>>} */
const DROPPED = { filter: "filter", replace: "escaping", replaceAll: "escaping" };

/** @param {string} operator @param {[string, string][]} pairs @returns {Record<string, [string, string]>} */
function both(operator, pairs) {
  return Object.fromEntries(pairs.flatMap(([a, b]) => [[a, [operator, b]], [b, [operator, a]]]));
}

/**
 * The sites of one file, in its order.
 *
 * @param {string} file
 * @returns {Site[]}
 */
export function sitesOf(file) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Site[]} */
  const sites = [];
  /** @param {string} operator @param {number} start @param {number} end @param {string} becomes */
  const add = (operator, start, end, becomes) => {
    const row = source.getLineAndCharacterOfPosition(start).line;
    const line = text.split("\n")[row];
    const part = text.slice(start, end);
    sites.push({ file, row: row + 1, line, operator, start, end, becomes, was: part.length > 40 ? `${part.slice(0, 39)}…` : part });
  };
  visit(source);
  return sites;

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) binary(node);
    else if (ts.isIfStatement(node)) add("condition", node.expression.getStart(), node.expression.end, `!(${node.expression.getText()})`);
    else if (ts.isConditionalExpression(node)) add("condition", node.whenTrue.getStart(), node.whenFalse.end, `${node.whenFalse.getText()} : ${node.whenTrue.getText()}`);
    else if (ts.isNumericLiteral(node)) add("number", node.getStart(), node.end, plusOne(node.text));
    else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) add("truth", node.getStart(), node.end, node.kind === K.TrueKeyword ? "false" : "true");
    else if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken && !ts.isNumericLiteral(node.operand)) add("sign", node.getStart(), node.end, `(${node.operand.getText()})`);
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) method(node, node.expression);
    else if (ts.isThrowStatement(node)) add("refusal", node.getStart(), node.end, ";");
    else if (ts.isObjectLiteralExpression(node)) languages(node);
    ts.forEachChild(node, visit);
  }

  /** @param {ts.BinaryExpression} node */
  function binary(node) {
    const [operator, becomes] = BINARY[node.operatorToken.kind] ?? [];
    if (operator && becomes && !(operator === "arithmetic" && isText(node))) add(operator, node.operatorToken.getStart(), node.operatorToken.end, becomes);
    if (node.operatorToken.kind === K.QuestionQuestionToken) add("default", node.left.end, node.right.end, "");
  }

  /** @param {ts.CallExpression} call @param {ts.PropertyAccessExpression} called */
  function method(call, called) {
    const name = called.name.text;
    if (Object.hasOwn(METHODS, name)) add(METHODS[name][0], called.name.getStart(), called.name.end, METHODS[name][1]);
    if (Object.hasOwn(DROPPED, name)) add(DROPPED[name], called.expression.end, call.end, "");
  }

  /** @param {ts.ObjectLiteralExpression} node */
  function languages(node) {
    const [en, zh] = ["en", "zh"].map((name) => node.properties.find((property) => ts.isPropertyAssignment(property) && property.name.getText() === name));
    if (!en || !zh || !ts.isPropertyAssignment(en) || !ts.isPropertyAssignment(zh) || en.initializer.getText() === zh.initializer.getText()) return;
    const [first, second] = en.pos < zh.pos ? [en, zh] : [zh, en];
    add("languages", first.initializer.getStart(), second.initializer.end, second.initializer.getText() + text.slice(first.initializer.end, second.initializer.getStart()) + first.initializer.getText());
  }
}

/** `+` that puts texts together: one side is a text, as far as the syntax shows. @param {ts.Node} node @returns {boolean} */
function isText(node) {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && node.operatorToken.kind === K.PlusToken && (isText(node.left) || isText(node.right));
}

/** @param {string} number */
const plusOne = (number) => (/e-|^0?\.0*\d+$/i.test(number) && Number(number) < 1e-3 ? `${number} * 2` : String(Number(number) + 1));

/** Whether anything runs at all with the site broken: a mix of ?? and || without parentheses is no program. @param {Site} site */
export function isProgram({ file, start, end, becomes }) {
  const text = readFileSync(file, "utf8");
  return (ts.transpileModule(text.slice(0, start) + becomes + text.slice(end), { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ESNext } }).diagnostics ?? []).length === 0;
}
