import { parser } from "@lezer/javascript";
import { readingEntries, type ReadingName } from "../../../src/sfrc/readings";
import { variables } from "../../../src/sfrc/variables";

type Node = ReturnType<typeof parser.parse>["topNode"];

/** What a piece of source says of readings and of other cells. */
export interface Use {
  /** Names it gives to what comes after it, imported ones included. */
  readonly declares: readonly string[];
  /** Of these, the imported ones: they come from no data. */
  readonly imports: readonly string[];
  /** Names it takes from elsewhere. */
  readonly uses: readonly string[];
  /** Readings that it takes from the session, by a call that names none or others. */
  readonly takes: readonly ReadingName[];
  /** It fits models, which is where readings of modelling begin to act. */
  readonly fits: boolean;
  /** It chooses the session's readings itself; undefined where what it chooses cannot be read off. */
  readonly chooses?: { readonly readings: Readonly<Record<string, string>> | undefined };
}

/** A statement of a cell; one that only declares leaves nothing to see. */
export interface StatementUse extends Use {
  readonly shows: boolean;
}

/** A cell, and its statements in order. */
export interface CellUse extends Use {
  readonly statements: readonly StatementUse[];
}

const typescript = parser.configure({ dialect: "ts" });
const ALL = readingEntries.map(({ name }) => name);
const FITTING = ["runStudy", "reproduce", "readingsEffectTable", "levelsFigure"];
const DECLARATIONS = ["ImportDeclaration", "VariableDeclaration", "FunctionDeclaration", "ClassDeclaration", "TypeAliasDeclaration", "InterfaceDeclaration", "EnumDeclaration"];

/** Reads a cell as TypeScript, without running it. A name that cannot be told apart counts as used. */
export function cellUse(source: string): CellUse {
  const statements: StatementUse[] = [];
  for (let node = typescript.parse(source).topNode.firstChild; node; node = node.nextSibling) {
    if (node.name.endsWith("Comment")) continue;
    statements.push({ ...useOf(node, source), shows: !DECLARATIONS.includes(node.name) || calls(node, "show", source) });
  }
  return { ...wholeOf(statements), statements };
}

/** All statements together: a name that an earlier one declares is no other cell's. */
function wholeOf(statements: readonly Use[]): Use {
  const known = new Set<string>();
  const uses = new Set<string>();
  for (const statement of statements) {
    statement.uses.filter((name) => !known.has(name)).forEach((name) => uses.add(name));
    statement.declares.forEach((name) => known.add(name));
  }
  const chooses = statements.map((statement) => statement.chooses).findLast((found) => found !== undefined);
  return {
    declares: [...known], imports: statements.flatMap(({ imports }) => imports), uses: [...uses],
    takes: [...new Set(statements.flatMap(({ takes }) => takes))], fits: statements.some(({ fits }) => fits), ...(chooses && { chooses }),
  };
}

function useOf(statement: Node, source: string): Use {
  const declares = new Set<string>();
  const imports = new Set<string>();
  const inner = new Set<string>();
  const used = new Set<string>();
  const takes = new Set<ReadingName>();
  let fits = false;
  let chooses: Use["chooses"];
  const text = (node: Node) => source.slice(node.from, node.to);

  each(statement, (node) => {
    if (node.name === "VariableDefinition") {
      if (isImported(node)) imports.add(text(node));
      (isOutermost(node) ? declares : inner).add(text(node));
    }
    if (node.name === "AssignmentExpression" && node.firstChild?.name === "VariableName") declares.add(text(node.firstChild));
    if (node.name === "VariableName" && !isImported(node)) used.add(text(node));
    if (node.name === "Property" && node.firstChild?.name === "PropertyDefinition" && !node.firstChild.nextSibling) used.add(text(node)); // `{ survey }`
    if (node.name !== "CallExpression" || node.firstChild?.name !== "VariableName") return;
    const called = text(node.firstChild);
    const args = argumentsOf(node);
    if (FITTING.includes(called)) fits = true;
    if (called === "codeSample") namesLeftOpen(args[1], source).forEach((reading) => takes.add(reading));
    if (called === "readingsEffectTable") namesNotVaried(args, source).forEach((reading) => takes.add(reading));
    if (called === "useReadings") chooses = { readings: args[0] ? literal(args[0], source) : {} };
  });
  const uses = [...used].filter((name) => !inner.has(name) && !declares.has(name));
  return { declares: [...declares], imports: [...imports], uses, takes: [...takes], fits, ...(chooses && { chooses }) };
}

function each(node: Node, work: (node: Node) => void): void {
  work(node);
  for (let child = node.firstChild; child; child = child.nextSibling) each(child, work);
}

function calls(statement: Node, name: string, source: string): boolean {
  let found = false;
  each(statement, (node) => (found ||= node.name === "CallExpression" && node.firstChild !== null && source.slice(node.firstChild.from, node.firstChild.to) === name));
  return found;
}

/** What a call of `codeSample` leaves to the session: all that its second argument does not name. */
function namesLeftOpen(given: Node | undefined, source: string): ReadingName[] {
  const named = given ? literal(given, source) : {};
  return ALL.filter((name) => !named || !(name in named));
}

/** `readingsEffectTable(survey, term)` goes through the readings of the term's own coding, and `(survey, term, [names])` through those. */
function namesNotVaried([, term, names]: Node[], source: string): ReadingName[] {
  const strings = (node: Node) => node.getChildren("String").map((child) => unquoted(child, source));
  const varied = names ? strings(names) : term?.name === "String" ? variables.find((variable) => variable.name === unquoted(term, source) || variable.gives.some((column) => column === unquoted(term, source)))?.readings ?? [] : [];
  return ALL.filter((name) => !varied.includes(name));
}

/** An object literal of plain texts; undefined for anything else. Of a value that is no plain text, the name alone is known. */
function literal(node: Node, source: string): Record<string, string> | undefined {
  if (node.name !== "ObjectExpression") return undefined;
  const entries: [string, string][] = [];
  for (const property of node.getChildren("Property")) {
    const [key, value] = [property.firstChild, property.lastChild];
    if (!key || !value || key.name === "Spread") return undefined;
    entries.push([unquoted(key, source), value.name === "String" ? unquoted(value, source) : ""]);
  }
  return Object.fromEntries(entries);
}

const unquoted = (node: Node, source: string): string => source.slice(node.from, node.to).replace(/^(["'`])(.*)\1$/s, "$2");

function argumentsOf(call: Node): Node[] {
  const found: Node[] = [];
  for (let node = call.getChild("ArgList")?.firstChild ?? null; node; node = node.nextSibling) {
    if (!["(", ")", ",", "LineComment", "BlockComment"].includes(node.name)) found.push(node);
  }
  return found;
}

function isImported(node: Node): boolean {
  for (let above = node.parent; above; above = above.parent) if (above.name === "ImportDeclaration") return true;
  return false;
}

/** Declared for the whole notebook: not within a function, a class or a block. */
function isOutermost(node: Node): boolean {
  for (let above = node.parent, from = node; above; from = above, above = above.parent) {
    if (["ArrowFunction", "FunctionExpression", "MethodDeclaration", "Block", "ForStatement", "ForSpec", "ForOfSpec", "ParamList", "ClassBody"].includes(above.name)) return false;
    if (above.name === "FunctionDeclaration" && from.name !== "VariableDefinition") return false;
  }
  return true;
}
