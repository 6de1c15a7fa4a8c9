import { createSystem, createVirtualTypeScriptEnvironment, type VirtualTypeScriptEnvironment } from "@typescript/vfs";
import ts from "typescript";
import type { Assist } from "../editor/main";

/** A question to the worker that knows the types: all cells above, then the cell that is asked about. */
export interface TypeQuestion {
  readonly id: number;
  readonly kind: keyof Assist;
  /** Texts of the cells above, in order. */
  readonly above: readonly string[];
  readonly text: string;
  readonly at: number;
}

/** Declarations of the package and of the language, which lie there before this script. */
declare global {
  var sojournTypes: Readonly<Record<string, string>> | undefined;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Node10, lib: ["es2023"],
  strict: true, skipLibCheck: true, types: [], moduleDetection: ts.ModuleDetectionKind.Force,
};
/** What cells find besides the language's own. */
const AROUND = "/around.d.ts";
const CELL = "/cell.ts";
/** What declares a name again in a later cell is no fault: cells are run one after the other. */
const NOT_IN_CELLS = new Set([2451, 2300, 2440, 2395, 6133, 7027]);

let environment: VirtualTypeScriptEnvironment | undefined;

const files = (): VirtualTypeScriptEnvironment => (environment ??= createVirtualTypeScriptEnvironment(
  createSystem(new Map(Object.entries(globalThis.sojournTypes!))), [AROUND, CELL], ts, OPTIONS));

addEventListener("message", ({ data }: MessageEvent<TypeQuestion>) => {
  let answer: unknown;
  try {
    answer = answerTo(data);
  } catch (error) {
    answer = data.kind === "hover" ? undefined : [];
    console.error(error);
  }
  postMessage({ id: data.id, answer });
});

function answerTo({ kind, above: texts, text, at }: TypeQuestion): unknown {
  const { languageService } = files();
  const offset = write(texts, text);
  switch (kind) {
    case "diagnostics": return [...languageService.getSyntacticDiagnostics(CELL), ...languageService.getSemanticDiagnostics(CELL)]
      .filter(({ start, code }) => start !== undefined && start >= offset && !NOT_IN_CELLS.has(code))
      .map(({ start, length, messageText, category }) => ({
        from: start! - offset, to: start! - offset + (length ?? 1), severity: category === ts.DiagnosticCategory.Error ? "error" : "warning", message: asWritten(ts.flattenDiagnosticMessageText(messageText, "\n")),
      }));
    case "completions": return (languageService.getCompletionsAtPosition(CELL, offset + at, { includeCompletionsForModuleExports: false })?.entries ?? [])
      .filter(({ kind: what, name }) => what !== ts.ScriptElementKind.warning && asWritten(name) === name).slice(0, 400).map((entry) => ({ label: entry.name, type: iconOf(entry.kind) }));
    case "hover": {
      const found = languageService.getQuickInfoAtPosition(CELL, offset + at);
      return found && {
        from: found.textSpan.start - offset, to: found.textSpan.start - offset + found.textSpan.length,
        signature: asWritten(ts.displayPartsToString(found.displayParts)), documentation: ts.displayPartsToString(found.documentation),
      };
    }
  }
}

/**
 * Puts the cells above and the cell into one file, as the kernel's cells share one scope. A name that a later cell declares again
 * is that cell's from there on; what it was before has a name of its own, in the cells that knew it.
 *
 * @returns where the cell begins
 */
function write(texts: readonly string[], text: string): number {
  const declared = [...texts, text].map(declaredIn);
  const nameIn = (cell: number) => (name: string): string => {
    const last = declared.findLastIndex((names) => names.has(name));
    const known = declared.findLastIndex((names, c) => c <= cell && names.has(name));
    return known < 0 || known === last ? name : `__cell${known}_${name}`;
  };
  const head = texts.map((source, cell) => `${renamed(source, nameIn(cell))}\n;\n`).join("");
  files().updateFile(CELL, `${head}${text}\nexport {};`);
  return head.length;
}

/** Names that {@link write} gives. */
const GIVEN = /__cell\d+_/g;
const asWritten = (text: string): string => text.replace(GIVEN, "");

const statementsOf = (source: string): ts.SourceFile => ts.createSourceFile("/part.ts", source, ts.ScriptTarget.ES2022, true);

function declaredIn(source: string): Set<string> {
  const names = new Set<string>();
  for (const statement of statementsOf(source).statements) for (const name of namesOf(statement)) names.add(name);
  return names;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
  if (ts.isImportDeclaration(statement)) {
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    return [...(clause?.name ? [clause.name.text] : []), ...(named ? (ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [named.name.text]) : [])];
  }
  if (ts.isModuleDeclaration(statement)) return []; // namespaces of one name are one, and so are all of `declare global`
  const { name } = statement as ts.Statement & { name?: ts.Node };
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

const bound = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));

/** A cell above, its names under those that they have among all cells; names of properties stay. */
function renamed(source: string, nameOf: (name: string) => string): string {
  const changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && nameOf(node.text) !== node.text && !isProperty(node)) changes.push({ from: node.getStart(), to: node.end, text: withProperty(node, nameOf(node.text)) });
    ts.forEachChild(node, visit);
  };
  visit(statementsOf(source));
  return changes.reduceRight((text, change) => text.slice(0, change.from) + change.text + text.slice(change.to), source);
}

/** Whether an identifier names a property, or what an import or a binding takes, and no variable or type of the cell. */
function isProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isMetaProperty(parent)) return true;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) return parent.propertyName === node;
  return (ts.isClassElement(parent) || ts.isTypeElement(parent) || ts.isEnumMember(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** `{ a }` is short for `{ a: a }`, and `import { a }` for `import { a as a }`: the first of the two stays. */
function withProperty(node: ts.Identifier, name: string): string {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) return `${node.text}: ${name}`;
  if (ts.isBindingElement(parent) && parent.name === node && ts.isObjectBindingPattern(parent.parent) && !parent.propertyName && !parent.dotDotDotToken) return `${node.text}: ${name}`;
  return ts.isImportSpecifier(parent) && !parent.propertyName ? `${node.text} as ${name}` : name;
}

const iconOf = (kind: ts.ScriptElementKind): string =>
  kind === ts.ScriptElementKind.functionElement ? "function" : kind === ts.ScriptElementKind.memberFunctionElement ? "method"
    : kind === ts.ScriptElementKind.memberVariableElement || kind === ts.ScriptElementKind.memberGetAccessorElement ? "property"
      : kind === ts.ScriptElementKind.keyword ? "keyword" : kind === ts.ScriptElementKind.interfaceElement || kind === ts.ScriptElementKind.typeElement ? "type" : "variable";
