import { type Node, parse, type Pattern, type Program } from "acorn";
import { transform } from "sucrase";
import { columnMap } from "./columnMap";

/** A cell as JavaScript: its declarations, its imports, and where each place of it stands in what was written. */
export interface CellScript {
  /** The cell without types, its imports blanked; as many lines as were written. */
  readonly code: string;
  /** Names that the cell declares at its top. */
  readonly declared: readonly string[];
  readonly imports: readonly Import[];
  /** Of a line and a column in `code`, the column in what was written. */
  readonly columnOf: (line: number, column: number) => number;
  /** Where the statements that run at the cell's top begin in `code`. */
  readonly statements: readonly (Place & { readonly start: number })[];
}

/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Import {
  readonly from: string;
  /** Name in the cell → name in the module; "*" for all of it. */
  readonly names: readonly { readonly local: string; readonly imported: string }[];
}

/** A cell that is no TypeScript, by line and column (both from 1). */
export class CellSyntaxError extends SyntaxError {
  override name = "SyntaxError";
  constructor(message: string, readonly line: number, readonly column: number) {
    super(message);
  }
}

/**
 * Makes a cell ready to run: types are dropped, `import` becomes a list, and what is declared at its top is named, so that later
 * cells see it.
 *
 * @throws {CellSyntaxError}
 */
export function cellScript(source: string): CellScript {
  const { js, columnOf } = withoutTypes(source);
  const program = parsed(js, columnOf);
  const imports = program.body.flatMap((statement) => (statement.type === "ImportDeclaration" ? [importOf(statement)] : []));
  let code = js;
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") code = blanked(code, statement.start, statement.end);
    else if (/^Export/.test(statement.type)) {
      const inner = "declaration" in statement && statement.declaration ? (statement.declaration as Node) : undefined;
      code = blanked(code, statement.start, inner?.start ?? statement.end);
    }
  }
  return { code, declared: [...new Set(program.body.flatMap(declaredBy))], imports, columnOf, statements: program.body.filter(({ type }) => !HOISTED.has(type)).map(({ start, loc }) => ({ start, line: loc!.start.line, column: loc!.start.column + 1 })) };
}

/** What takes effect before the cell begins. */
const HOISTED = new Set(["ImportDeclaration", "FunctionDeclaration"]);

/** `keepUnusedImports`: a name that only a later cell uses is imported all the same. */
function withoutTypes(source: string): { readonly js: string; readonly columnOf: CellScript["columnOf"] } {
  try {
    const { code, sourceMap } = transform(source, { transforms: ["typescript"], disableESTransforms: true, keepUnusedImports: true, filePath: "cell", sourceMapOptions: { compiledFilename: "cell" } });
    return { js: code, columnOf: columnMap(sourceMap!.mappings) };
  } catch (error) {
    throw placed(error, source, 0);
  }
}

function parsed(js: string, columnOf: CellScript["columnOf"]): Program {
  try {
    return parse(js, { ecmaVersion: "latest", sourceType: "module", allowAwaitOutsideFunction: true, locations: true });
  } catch (error) {
    const { message, line, column } = placed(error, js, 1);
    throw new CellSyntaxError(message, line, columnOf(line, column));
  }
}

/**
 * Both parsers end their messages by `(line:column)`.
 *
 * @param offset  from the parser's columns to ours, which count from 1
 */
function placed(error: unknown, source: string, offset: number): CellSyntaxError {
  const { message } = error as Error;
  const [, line = "1", column = "1"] = /\((\d+):(\d+)\)\s*$/.exec(message) ?? [];
  const last = source.split("\n").length;
  return new CellSyntaxError(message.replace(/^Error transforming [^:]*: /, "").replace(/\s*\(\d+:\d+\)\s*$/, ""), Math.min(Number(line), last), Math.max(1, Number(column) + offset));
}

const blanked = (code: string, from: number, to: number): string => code.slice(0, from) + code.slice(from, to).replace(/[^\n]/g, " ") + code.slice(to);

function importOf(statement: Extract<Program["body"][number], { type: "ImportDeclaration" }>): Import {
  return {
    from: String(statement.source.value),
    names: statement.specifiers.map((one) => ({
      local: one.local.name,
      imported: one.type === "ImportNamespaceSpecifier" ? "*" : one.type === "ImportDefaultSpecifier" ? "default" : one.imported.type === "Identifier" ? one.imported.name : String(one.imported.value),
    })),
  };
}

function declaredBy(statement: Program["body"][number]): string[] {
  switch (statement.type) {
    case "VariableDeclaration": return statement.declarations.flatMap(({ id }) => namesIn(id));
    case "FunctionDeclaration": case "ClassDeclaration": return statement.id ? [statement.id.name] : [];
    case "ExportNamedDeclaration": return statement.declaration ? declaredBy(statement.declaration) : [];
    default: return [];
  }
}

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier": return [pattern.name];
    case "ObjectPattern": return pattern.properties.flatMap((property) => namesIn(property.type === "RestElement" ? property.argument : property.value));
    case "ArrayPattern": return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case "AssignmentPattern": return namesIn(pattern.left);
    case "RestElement": return namesIn(pattern.argument);
    default: return [];
  }
}
