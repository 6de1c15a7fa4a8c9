// @ts-check
// Where and how the source can be broken. The operators, each with what it does:
//
//   boundary   a < b → a <= b, and the like
//   equality   a === b → a !== b, and back
//   arithmetic a + b → a - b (numbers only), a * b → a / b, and back
//   logic      a && b → a || b, and back
//   condition  if (a) → if (!(a)); a ? b : c → a ? c : b
//   number     7 → 8 (not in types; −1 of .at(−1) included)
//   truth      true → false, and back
//   sign       -a → a
//   quantifier .some → .every, .find → .findLast, Math.min → Math.max, and back
import { readFileSync } from "node:fs";
import ts from "typescript";

/** @typedef {{ file: string, row: number, line: string, operator: string, start: number, end: number, was: string, becomes: string }} Site */

const { SyntaxKind: K } = ts;

/** @type {Readonly<Record<number, [string, string]>>} */
const BINARY = {
  [K.LessThanToken]: ["boundary", "<="], [K.LessThanEqualsToken]: ["boundary", "<"], [K.GreaterThanToken]: ["boundary", ">="], [K.GreaterThanEqualsToken]: ["boundary", ">"],
  [K.EqualsEqualsEqualsToken]: ["equality", "!=="], [K.ExclamationEqualsEqualsToken]: ["equality", "==="],
  [K.PlusToken]: ["arithmetic", "-"], [K.MinusToken]: ["arithmetic", "+"], [K.AsteriskToken]: ["arithmetic", "/"], [K.SlashToken]: ["arithmetic", "*"],
  [K.AmpersandAmpersandToken]: ["logic", "||"], [K.BarBarToken]: ["logic", "&&"],
};

/** @type {Readonly<Record<string, string>>} */
const NAMES = { some: "every", every: "some", find: "findLast", findLast: "find", findIndex: "findLastIndex", findLastIndex: "findIndex", min: "max", max: "min" };

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
    if (ts.isBinaryExpression(node)) {
      const [operator, becomes] = BINARY[node.operatorToken.kind] ?? [];
      if (operator && becomes && !(operator === "arithmetic" && isText(node))) add(operator, node.operatorToken.getStart(), node.operatorToken.end, becomes);
    } else if (ts.isIfStatement(node)) add("condition", node.expression.getStart(), node.expression.end, `!(${node.expression.getText()})`);
    else if (ts.isConditionalExpression(node)) add("condition", node.whenTrue.getStart(), node.whenFalse.end, `${node.whenFalse.getText()} : ${node.whenTrue.getText()}`);
    else if (ts.isNumericLiteral(node)) add("number", node.getStart(), node.end, plusOne(node.text));
    else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) add("truth", node.getStart(), node.end, node.kind === K.TrueKeyword ? "false" : "true");
    else if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken && !ts.isNumericLiteral(node.operand)) add("sign", node.getStart(), node.end, `(${node.operand.getText()})`);
    else if (ts.isPropertyAccessExpression(node) && Object.hasOwn(NAMES, node.name.text) && ts.isCallExpression(node.parent) && node.parent.expression === node) add("quantifier", node.name.getStart(), node.name.end, NAMES[node.name.text]);
    ts.forEachChild(node, visit);
  }
}

/** `+` that puts texts together: one side is a text, as far as the syntax shows. @param {ts.Node} node @returns {boolean} */
function isText(node) {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && node.operatorToken.kind === K.PlusToken && (isText(node.left) || isText(node.right));
}

/** @param {string} number */
const plusOne = (number) => (/e-|^0?\.0*\d+$/i.test(number) && Number(number) < 1e-3 ? `${number} * 2` : String(Number(number) + 1));
