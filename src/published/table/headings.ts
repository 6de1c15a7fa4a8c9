/** What the first column's heading may be called. */
const FIRST_COLUMN = /^\s*(?:变量(?:名称?)?|自变量|解释变量|项目|指标|因素|variables?|covariates?|predictors?|terms?|characteristics?|parameters?)(?=\s|$|\|)/i;
const NUMBERED = /(?:(?:模型|方程|列|models?|columns?|equation|spec\.?|m)\s?[(（]?\s?(?:\d{1,2}|[ivx]{1,4})\s?[)）]?)(?=\s|$)|[(（]\s?(?:\d{1,2}|[ivx]{1,4})\s?[)）]/gi;

/** A line of nothing but "Model 1  Model 2" or "(1) (2) (3)". */
export function isNumberedHeading(line: string): boolean {
  const bare = line.replace(FIRST_COLUMN, "");
  const found = bare.match(NUMBERED);
  if (!found || bare.replace(NUMBERED, "").trim() !== "") return false;
  // "(1) (2)" alone could be standard errors: only a count from one is a heading.
  return found.some((one) => /\p{L}/u.test(one.replace(/[ivx]+/gi, ""))) || found.every((one, i) => one.replace(/\D/g, "") === String(i + 1));
}

export const withoutFirstColumn = (line: string): string => line.replace(FIRST_COLUMN, (word) => " ".repeat(word.length));

/** A heading line cut into one heading a model, or undefined where it has another number of parts. */
export function splitHeading(line: string, models: number): string[] | undefined {
  const bare = withoutFirstColumn(line).trim();
  if (bare === "") return undefined;
  const ways = [bare.match(NUMBERED) ?? [], bare.split(/ {2,}|\t|\s*\|\s*/), bare.split(/\s+/)];
  return ways.map((way) => way.map((part) => part.trim()).filter(Boolean)).find((way) => way.length === models);
}

/** A heading that numbers a model, beside those that name its group. */
export const isModelNumber = (heading: string): boolean => new RegExp(`^(?:${NUMBERED.source})$`, "i").test(heading.trim());
