/** What a column holds: of one model, its coefficients, standard errors or stars; or a number that has no place here. */
export type Role = "coef" | "se" | "stars" | "dropped";
export const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:(?:回归)?系数|估计值?|估计系数|β|b|beta|coef(?:ficient|\.)?s?|est(?:imate|\.)?s?|log[\s-]?odds)$/i, "coef"],
  [/^\(?(?:标准误差?|s\.? ?e\.?|std\.? ?err(?:or|\.)?s?|standard errors?)\)?$/i, "se"],
  [/^(?:stars?|星号|sig\.? stars?)$/i, "stars"],
  [/^(?:[tzp](?:[\s-]?(?:values?|stat(?:istic|\.)?|值|统计量))?|wald|sig\.?|显著性(?:水平)?|or|exp\(b\)|odds[\s-]?ratios?|优势比|发生比|95%.*|ci|df|自由度|vif|p(?:r\()? ?> ?\|[tz]\|\)?)$/i, "dropped"],
];

export const roleOf = (heading: string): Role | undefined => ROLES.find(([pattern]) => pattern.test(heading.trim()))?.[1];

/**
 * The roles that a line of headings names one after the other ("Estimate Std. Error z value Pr(>|z|)"); undefined where
 * it holds anything else, or fewer than two.
 */
export function rolesInLine(line: string): Role[] | undefined {
  const words = line.trim().split(/\s+/);
  const roles: Role[] = [];
  for (let at = 0; at < words.length;) {
    // The longest run of words that is one heading.
    const length = [3, 2, 1].find((n) => at + n <= words.length && roleOf(words.slice(at, at + n).join(" ")) !== undefined);
    if (length === undefined) return undefined;
    roles.push(roleOf(words.slice(at, at + length).join(" "))!);
    at += length;
  }
  return roles.length >= 2 ? roles : undefined;
}
