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
        from: start! - offset, to: start! - offset + (length ?? 1), severity: category === ts.DiagnosticCategory.Error ? "error" : "warning", message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      }));
    case "completions": return (languageService.getCompletionsAtPosition(CELL, offset + at, { includeCompletionsForModuleExports: false })?.entries ?? [])
      .filter(({ kind: what }) => what !== ts.ScriptElementKind.warning).slice(0, 400).map((entry) => ({ label: entry.name, type: iconOf(entry.kind) }));
    case "hover": {
      const found = languageService.getQuickInfoAtPosition(CELL, offset + at);
      return found && {
        from: found.textSpan.start - offset, to: found.textSpan.start - offset + found.textSpan.length,
        signature: ts.displayPartsToString(found.displayParts), documentation: ts.displayPartsToString(found.documentation),
      };
    }
  }
}

/**
 * Puts the cells above (those that can be parsed) and the cell into one file, as the kernel's cells share one scope. A name that
 * a cell declares again takes the earlier one's place, so the earlier declarations are blanked.
 *
 * @returns where the cell begins
 */
function write(texts: readonly string[], text: string): number {
  const own = declaredIn(text);
  const later = [...texts.map(declaredIn), own];
  const parts = texts.map((source, i) => without(source, new Set(later.slice(i + 1).flatMap((names) => [...names]))));
  const head = parts.map((part) => `${part}\n;\n`).join("");
  files().updateFile(CELL, `${head}${text}\nexport {};`);
  return head.length;
}

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
  const { name } = statement as ts.Statement & { name?: ts.Node };
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

const bound = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));

/** A cell above, in a scope where later cells declare some of its names anew: those statements stand in a block of their own. */
function without(source: string, again: ReadonlySet<string>): string {
  let text = source;
  for (const statement of [...statementsOf(source).statements].reverse()) {
    const names = namesOf(statement);
    if (!names.some((name) => again.has(name))) continue;
    const [from, to] = [statement.getStart(), statement.end];
    if (ts.isImportDeclaration(statement) && statement.importClause?.namedBindings && ts.isNamedImports(statement.importClause.namedBindings)) {
      const kept = statement.importClause.namedBindings.elements.filter(({ name }) => !again.has(name.text)).map((element) => element.getText());
      text = `${text.slice(0, from)}${kept.length > 0 ? `import { ${kept.join(", ")} } from ${statement.moduleSpecifier.getText()};` : ""}${text.slice(to)}`;
    } else text = text.slice(0, from) + text.slice(to);
  }
  return text;
}

const iconOf = (kind: ts.ScriptElementKind): string =>
  kind === ts.ScriptElementKind.functionElement ? "function" : kind === ts.ScriptElementKind.memberFunctionElement ? "method"
    : kind === ts.ScriptElementKind.memberVariableElement || kind === ts.ScriptElementKind.memberGetAccessorElement ? "property"
      : kind === ts.ScriptElementKind.keyword ? "keyword" : kind === ts.ScriptElementKind.interfaceElement || kind === ts.ScriptElementKind.typeElement ? "type" : "variable";
