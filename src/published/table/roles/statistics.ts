/** A row or a phrase that is about the whole model. */
export type Statistic = "n" | "logLik" | "minus2LL" | "logLikNull" | "pseudoR2" | "r2" | "other";

const SPACE = "[ ._-]{0,2}";
const NAMES: readonly (readonly [Statistic, string])[] = [
  ["n", `(?:total |sample |weighted |unweighted )?n(?:${SPACE}?obs\\.?)?|n ?\\( ?(?:obs\\.?|observations) ?\\)|(?:num(?:ber)?|no)\\.?${SPACE}(?:of )?(?:obs(?:ervations?|\\.)?|cases|respondents|individuals|persons|subjects)(?: ?\\(?n\\)?)?|obs(?:ervations?|\\.)?(?: ?\\(?n\\)?)?|(?:valid |included )?cases|sample size(?: ?\\(?n\\)?)?|样本(?:数量?|量|容量|规模|总数|总量)?(?: ?\\(?n\\)?)?|观测(?:值|数|量|值数|样本)?(?: ?\\(?n\\)?)?|观察(?:值|数)|有效样本(?:量|数)?|个案数|n ?\\(?样本(?:量|数)?\\)?|nobs|no\\. obs`],
  ["minus2LL", `[-–]? ?2${SPACE}(?:×|\\*)?${SPACE}(?:log|ll|对数)(?:${SPACE}(?:like?lihood|l|lik\\.?))?(?: ?value| ?ratio| ?\\(?for the model\\)?)?|[-–]? ?2 ?(?:倍)?(?:的)?对数似然(?:值|函数值|比)?|[-–]2 ?ll|neg(?:ative)? 2 log likelihood|-2 ?loglikelihood`],
  ["logLikNull", `ll[- ]?null|log${SPACE}lik(?:elihood)?${SPACE}(?:null|\\(?0\\)?|intercept only)|null log${SPACE}likelihood|(?:initial|constant.only) log${SPACE}likelihood`],
  ["logLik", `(?:final )?log${SPACE}(?:pseudo${SPACE})?(?:lik(?:elihood|\\.)?|likhd)(?: ?value| ?function| ?ratio value)?|loglik\\.?|ll|log${SPACE}l|log pseudo-?likelihood|(?:极大)?对数(?:伪)?似然(?:函数)?(?:值|估计值)?|log 似然值?|似然值|pseudo log-?likelihood|ll ?\\(?model\\)?`],
  ["pseudoR2", `(?:pseudo|mcfadden(?:'?s)?(?: pseudo)?|nagelkerke(?:'?s)?(?: pseudo)?|cox ?(?:&|and|-)? ?snell(?:'?s)?|cragg[- ]uhler|伪|准|拟|虚拟|tjur'?s?|mckelvey(?: ?(?:&|and)? ?zavoina)?(?:'s)?|efron(?:'s)?|aldrich[- ]nelson|estrella|veall[- ]zimmermann?)${SPACE}(?:adj(?:usted|\\.)?${SPACE})?(?:r${SPACE}?(?:²|2|sq(?:uared?|u?\\.)?|-sq(?:uared)?\\.?|\\^2)|可决系数|决定系数|判定系数)(?: ?\\(?[a-z& -]+\\)?)?|pseudo${SPACE}r|r² ?\\(?(?:nagelkerke|mcfadden|cox ?(?:&|and)? ?snell|tjur)\\)?|r2 ?(?:nagelkerke|mcfadden|tjur)|rho-?squared|mcfadden|nagelkerke`],
  ["r2", `(?:adj(?:usted|\\.)? ?|multiple |within |between |overall |\\(?adj\\.?\\)? ?|调整(?:后)?(?:的)? ?)?r${SPACE}?(?:²|2|sq(?:uared?|\\.)?|-squared?|\\^2)(?: ?(?:adj\\.?|marg\\.?|cond\\.?|conditional|marginal|within|adjusted))?|(?:调整)?(?:可决|决定|判定)系数`],
  ["other", `(?:sample[- ]size[- ]adjusted )?(?:aic|bic|caic|sabic|aicc|sbc|sic|hqic|qic|dic)(?:\\b.*)?|akaike.*|bayesian.*|schwarz.*|(?:null |residual |scaled )?deviance(?: ?null)?(?:\\b.*)?|偏差|(?:lr|wald|model|overall|likelihood[- ]ratio|score|f|χ²|pearson|hosmer.*|模型)? ?(?:chi|χ|x)[- ]?(?:sq(?:uared?|\\.)?|²|2|平方)(?: ?\\(?[\\d.]*\\)?| ?\\(?df ?=? ?\\d*\\)?|值)?|卡方(?:值|检验)?|模型卡方(?:值)?|lr ?(?:test|检验|统计量|stat\\w*|χ2|χ²)?|likelihood[- ]ratio(?: test| stat\\w*)?|似然比(?:检验)?(?:卡方)?(?:值)?|wald ?(?:chi2|chi-?squared?|test|检验|χ²|χ2|卡方|统计量) ?(?:\\(?\\d*\\)?)?|prob(?:ability)? ?> ?(?:chi-?(?:2|²|squared?)|f|χ2|χ²).*|p ?> ?chi2|prob ?\\(?(?:f|chi)\\b.*|(?:model )?(?:sig(?:nificance)?|p)\\.? ?(?:of model|\\(model\\)|model)|f|f ?\\(?\\d*,? ?\\d*\\)?|f ?(?:值|统计量|检验|test|[- ]?stat(?:istic)?s?\\.?(?: ?\\(.*\\))?)|prob ?\\(f.*|rmse|root mse|mse|s\\.?e\\.? of regression|residual std\\.? ?error.*|sigma|(?:overall |%? ?correctly )?(?:percent(?:age)?|cases|hit rate|正确|预测)[^|]{0,40}(?:correct(?:ly)?|classified|predicted|准确率?|正确率?|百分比).*|预测正确率.*|预测准确率?.*|正确率.*|准确率.*|df|d\\.f\\.|degrees? of freedom|自由度|df (?:model|residuals?)|failures?|events?|clusters?|(?:num(?:ber)?\\.?|no\\.?) ?(?:of )?(?:clusters?|groups?|countries|individuals|households|cities|events?|levels|id.*|strata|iterations?|units|regions|provinces|failures|schools|years).*|groups?|hosmer.*|h-?l test.*|拟合优度.*|goodness of fit.*|model x2|model (?:fit|chi).*|iia.*|icc.*|组数|样本组数|std\\.? ?err\\.? ?clustered.*|mean (?:of )?(?:the )?(?:dep(?:endent|\\.)? ?var(?:iable|\\.)?|vif).*|(?:dep(?:endent|\\.)? ?var(?:iable|\\.)? )?mean|mean vif|roc.*|auc|c-?statistic|vif|lr chi2.*|log ratio.*|llr p-value|converged|iterations|dispersion.*|显著性|模型显著性|theta|sbic|ll|rho|τ00.*|σ²|tau.*|anova.*|random effects.*|omnibus.*|durbin.*|jarque.*|skew.*|kurtosis.*|cond\\. ?no\\.?.*|scale|number of fisher.*|nested.*|total sum.*`],
];
const WHOLE = NAMES.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`, "iu")] as const);

/** What a row's label says it holds, when it is about the whole model. */
export function statisticOf(label: string): Statistic | undefined {
  const bare = label.replace(/\s+/g, " ").replace(/(?<=r ?)\^2(?!\d)/i, "²").replace(/\^[a-z0-9]/g, "").trim().replace(/[:：=]$/, "").trim().replace(/^\((.*)\)$/, "$1");
  if (bare === "" || bare.length > 80) return undefined;
  const whole = WHOLE.find(([, words]) => words.test(bare))?.[0];
  if (whole !== undefined || !bare.includes("/")) return whole;
  // "R2/Pseudo R2": which of them depends on the model.
  const parts = bare.split(/ ?\/ ?/).map((part) => WHOLE.find(([, words]) => words.test(part))?.[0]);
  return parts.every((part) => part === "r2" || part === "pseudoR2") ? "r2" : parts.every((part) => part !== undefined) ? "other" : undefined;
}

/** "n = 420", "Number of obs = 567", "Log likelihood = -941.5", "No. Observations: 6366" in running text. */
const IN_TEXT: readonly (readonly [Statistic, RegExp])[] = [
  ["n", /(?:\b(?:n|num(?:ber)?\.? of obs(?:ervations)?\.?|no\. ?(?:of )?observations|no\. of obs\.?|observations|sample size|nobs)|样本(?:数量?|量)|观测(?:值|数)) {0,20}[:=为是] {0,30}(\d{1,3}(?:,\d{3})+|\d{2,12})(?![\d.]*\d*%)(?!\d|\.\d)/iu],
  ["logLik", /(?<!2 {0,2}|-)(?:\blog[ -]{0,2}(?:pseudo-?)?likelihood|\bloglik|对数似然(?:函数)?值?) {0,20}[:=为是] {0,30}(-? ?\d{1,12}(?:\.\d{1,12})?)/iu],
  ["minus2LL", /(?:-? ?2 {0,2}(?:log[ -]{0,2}likelihood|ll)|-? ?2 ?对数似然值?) {0,20}[:=为是] {0,30}(\d{1,12}(?:\.\d{1,12})?)/iu],
  ["pseudoR2", /(?:\bpseudo[ -]{0,2}r(?:2|²|-?squ?(?:ared|\.)?|-squ\.)|nagelkerke r(?:²|2)|mcfadden(?:'s)? r(?:²|2)|伪 ?r(?:²|2)|pseudo-r²? ?\([a-z -]{3,20}\)) {0,20}[:=为是] {0,30}(\d?\.\d{1,8})/iu],
];

/** Statistics said in running text, the first of each kind; `twice` names kinds that are said with different numbers. */
export function statisticsIn(lines: readonly string[]): { found: Map<Statistic, string>; twice: Set<Statistic> } {
  const found = new Map<Statistic, string>();
  const twice = new Set<Statistic>();
  for (const line of paired(lines)) {
    if (line.length > 2000) continue;
    for (const [kind, pattern] of IN_TEXT) {
      const numbers = [...line.matchAll(new RegExp(pattern.source, "giu"))].map(([, number]) => number.replace(/[ ,]/g, ""));
      const [number] = numbers;
      if (number === undefined) continue;
      if (new Set(numbers).size > 1 && kind !== "pseudoR2") twice.add(kind);
      // Iterations lead to the value that is said afterwards; of several kinds of R² the first is taken.
      if (/iteration/i.test(line)) continue;
      if (!found.has(kind)) found.set(kind, number);
      else if (found.get(kind) !== number && kind !== "pseudoR2") twice.add(kind);
    }
  }
  return { found, twice };
}

/** A line of names over a line of as many values, as R's clm prints them, said as "name = value". */
function paired(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => {
    const names = line.trim().split(/\s+/);
    const values = (lines[i + 1] ?? "").trim().split(/\s+/);
    const pairs = names.length >= 4 && names.length === values.length && names.some((name) => /^(?:nobs|loglik|aic)$/i.test(name));
    return pairs ? [line, ...names.map((name, j) => `${name} = ${values[j]}`)] : [line];
  });
}
