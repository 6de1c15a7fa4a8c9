// @ts-check
// Writes docs/reference/: a page for each public entry point, made from the docstrings. `--check` only tells whether they are current.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = [{ entry: "sojourn", file: "src/index.ts" }, { entry: "sojourn/models", file: "src/models.ts" }];

/**
 * Every public name with its signature and docstring.
 * @returns {{ entry: string, path: string, text: string, undocumented: string[], examples: string[] }[]}
 */
export function referencePages() {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, strict: true, noEmit: true };
  const program = ts.createProgram(ENTRIES.map(({ file }) => `${PROJECT}${file}`), options);
  const checker = program.getTypeChecker();
  return ENTRIES.map(({ entry, file }) => {
    const source = program.getSourceFile(`${PROJECT}${file}`);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} exports nothing`);
    const names = checker.getExportsOfModule(module).map((symbol) => described(symbol, checker)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const calls = names.filter(({ isValue }) => isValue);
    const text = [
      `# \`${entry}\`\n`, "Made from the docstrings by `node scripts/reference.mjs`; do not edit.\n",
      ...calls.map(({ name, signature, doc, from }) => `## \`${name}\`\n\n\`\`\`ts\n${signature}\n\`\`\`\n\n${doc}\n\nSource: \`${from}\`\n`),
      "## Types\n", ...names.filter(({ isValue }) => !isValue).map(({ name, doc, from }) => `- \`${name}\` (\`${from}\`)${doc ? `: ${doc.split("\n\n")[0].replace(/\s+/g, " ")}` : ""}`), "",
    ].join("\n");
    return { entry, path: `docs/reference/${entry.replace("/", "-")}.md`, text, undocumented: calls.filter(({ doc }) => doc === "").map(({ name }) => name), examples: calls.flatMap(({ examples }) => examples) };
  });
}

/** @param {ts.Symbol} exported @param {ts.TypeChecker} checker */
function described(exported, checker) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations?.[0];
  if (!declaration) throw new Error(`${exported.name} has no declaration`);
  const source = declaration.getSourceFile();
  const isValue = Boolean(symbol.flags & ts.SymbolFlags.Value);
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  const [call] = type.getCallSignatures();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrowStyleSignature;
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => {
    const said = ts.displayPartsToString(text).trim();
    return name === "example" ? `\n\`\`\`ts\n${said}\n\`\`\`` : `- *${name}* ${said.replace(/\s+/g, " ")}`;
  });
  return {
    name: exported.name, isValue, from: source.fileName.slice(PROJECT.length),
    signature: call ? `${exported.name}${checker.signatureToString(call, undefined, flags).replace(" => ", ": ")}` : `${exported.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.None).slice(0, 200)}`,
    examples: symbol.getJsDocTags(checker).filter(({ name }) => name === "example").flatMap(({ text }) => ts.displayPartsToString(text).trim().split("\n")),
    doc: [ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(), tags.join("\n")].filter(Boolean).join("\n\n"),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes("--check");
  mkdirSync(`${PROJECT}docs/reference`, { recursive: true });
  for (const { path, text, undocumented } of referencePages()) {
    if (undocumented.length > 0) console.log(`${path}: no docstring: ${undocumented.join(", ")}`);
    if (!check) writeFileSync(PROJECT + path, text);
    else if (readFileSync(PROJECT + path, "utf8") !== text) {
      console.log(`${path} is not current: node scripts/reference.mjs`);
      process.exitCode = 1;
    }
  }
}
