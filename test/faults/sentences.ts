import { join, relative } from "node:path";
import ts from "typescript";
import { inLanguage } from "../../src/faults/said";
import { projectFolder } from "../../src/projectFolder";

/** A sentence that src says to users, and the file that says it. */
export interface Sentence {
  readonly template: string;
  readonly file: string;
}

/** Every sentence of a refusal in src, read off the sources: texts and `said` templates given to BadInput, RefusedModel and refuse. */
function sentencesOfSources(): Sentence[] {
  const files = ts.sys.readDirectory(join(projectFolder, "src"), [".ts"]).filter((file) => !/src\/(site\/client|faults)\//.test(file));
  return files.flatMap((path) => {
    const file = relative(join(projectFolder, "src"), path);
    const source = ts.createSourceFile(path, ts.sys.readFile(path)!, ts.ScriptTarget.Latest, true);
    const refusers = new Set([...REFUSERS, ...takersOfText(source)]);
    const found: Sentence[] = [];
    const take = (node: ts.Node | undefined): void => {
      if (!node) return;
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push({ template: node.text, file });
      else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(take);
      else if (ts.isParenthesizedExpression(node)) take(node.expression);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "said") found.push({ template: templateOf(node.template), file });
      if (ts.isNewExpression(node) && node.expression.getText() === "BadInput") node.arguments?.slice(1).forEach(take);
      if (ts.isNewExpression(node) && node.expression.getText() === "RefusedModel") take(node.arguments?.[2]);
      if (ts.isNewExpression(node) && node.expression.getText() === "NoMeaning") take(node.arguments?.[0]);
      if (ts.isCallExpression(node) && refusers.has(calledIn(node))) node.arguments.filter((part) => !ts.isStringLiteral(part) || part.text.includes(" ")).forEach(take);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Command lines, file names and JSON are the same in both languages. */
const isWords = ({ template }: Sentence): boolean => /[a-z]{2}/.test(template.replace(/--?[\w-]+|sojourn [^.]*|[A-Z]{2,}\S*|"[^"]*"|\{[^}]*\}|\S+\.\w+|JSON/g, ""));

/** The sentences that no language but English has; their values stand as {}, or a sentence with values would differ by those alone. */
export const untranslated = (): Sentence[] =>
  sentencesOfSources().filter(isWords).filter(({ template }) => inLanguage({ template, values: Array<string>(9).fill("{}") }, "zh") === template);

/** What is called: of `this.refuse(…)` and `spot.refuse(…)`, refuse. */
const calledIn = ({ expression }: ts.CallExpression): string => (ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText());

/** Functions and methods of a file that take a sentence to be said later. */
function takersOfText(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const takes = (node: ts.Node): boolean => ts.isFunctionLike(node) && node.parameters.some(({ type }) => type?.getText() === "Text");
  const visit = (node: ts.Node): void => {
    if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.name && takes(node)) names.push(node.name.getText());
    if (ts.isVariableDeclaration(node) && node.initializer && takes(node.initializer)) names.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** Functions that make a refusal of their arguments. */
const REFUSERS: ReadonlySet<string> = new Set(["refuse", "refused", "badInput", "wrongStudy", "BadInput", "RefusedModel", "NoMeaning"]);

/** Sentences with values that are put together before they are said: no language but English can have them. */
export function unsaid(): Sentence[] {
  const files = ts.sys.readDirectory(join(projectFolder, "src"), [".ts"]).filter((file) => !/src\/(site\/client|faults|display\/safe)\//.test(file)); // display/safe: of outputs, not of input
  return files.flatMap((path) => {
    const file = relative(join(projectFolder, "src"), path);
    const found: Sentence[] = [];
    const visit = (node: ts.Node): void => {
      if ((ts.isCallExpression(node) && REFUSERS.has(calledIn(node))) || (ts.isNewExpression(node) && REFUSERS.has(node.expression.getText()))) {
        for (const part of node.arguments ?? []) if (ts.isTemplateExpression(part) && /[a-z]{2,} /.test(templateOf(part))) found.push({ template: templateOf(part), file });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, ts.sys.readFile(path)!, ts.ScriptTarget.Latest, true));
    return found;
  });
}

const templateOf = (node: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(node) ? node.text : node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join("");

/** The templates of all sentences that stand beside numbers (`noted`). */
export function notesOfSources(): string[] {
  const files = ts.sys.readDirectory(join(projectFolder, "src"), [".ts"]).filter((file) => !/src\/faults\//.test(file));
  return files.flatMap((path) => {
    const text = ts.sys.readFile(path)!;
    if (!text.includes("noted`")) return [];
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "noted") found.push(templateOf(node.template));
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
    return found;
  });
}
