/** What a column, a bracket or a row under a coefficient holds. */
export type Role = "coef" | "se" | "z" | "t" | "wald" | "p" | "ci" | "lower" | "upper" | "oddsRatio" | "effect" | "df" | "other" | "stars";

/** Words for it, in the wordings of programs and journals; matched whole, in lower case, without blanks at the ends. */
const WORDS: readonly (readonly [Role, string])[] = [
  ["oddsRatio", String.raw`(?:adjusted |unadjusted |crude )?odds[- ]?ratios?|a?ors?|exp ?\(? ?(?:b|β|beta|coef\.?|est\.?)? ?\)?|exponentiated (?:coefficients?|est\w*)|relative risk ratios?|rrr|irr|incidence[- ]rate ratios?|hazard ratios?|e\^?b|优势比|发生比(?:率)?|比值比|胜算比|风险比|几率比`],
  ["se", String.raw`(?:robust |clustered |cluster[- ]robust |delta[- ]method |bootstrap |asymptotic )?(?:std\.? ?err(?:or)?s?\.?|standard[- ]errors?|s\.? ?e\.?s?|stand\. ?err\.?|std ?err|st\.? ?err(?:or)?s?\.?|standard err\.?)(?: ?\(?robust\)?)?|(?:稳健|聚类稳健|聚类|robust ?|渐进)?标准误差?|标准差误|标准错误|s\.e\.? of b`],
  ["wald", String.raw`wald(?:'?s)?(?: ?statistics?| ?test| ?χ²| ?x²| ?chi-?square[sd]?| ?chi2| ?值| ?统计量|χ²)?|χ²|chi-?squared?`],
  ["z", String.raw`(?:absolute )?z(?:[- ]?(?:values?|val\.?|stat(?:istic)?s?\.?|scores?|ratios?))?|z ?值|z ?统计量|est\.?/s\.?e\.?`],
  ["t", String.raw`(?:absolute )?t(?:[- ]?(?:values?|val\.?|stat(?:istic)?s?\.?|ratios?))?|t ?值|t ?统计量`],
  ["p", String.raw`p|p[-. ]?(?:values?|val\.?|levels?)|p ?[<>] ?(?:\|? ?[zt] ?\|?)?|pr ?\(? ?> ?\|? ?[ztχ] ?\|? ?\)?|prob\.?|pr ?\(> ?chisq\)|sig(?:n?if(?:icance)?)?\.?(?: level)?|p ?值|显著性(?:水平)?|显著水平|\(?2-tailed\)?|p ?> ?\|? ?[zt] ?\|?`],
  ["ci", String.raw`\[?\(?9\d ?% ?(?:conf(?:idence|\.)? ?int(?:erval|\.)?s?|c\.? ?i\.?s?|ci for (?:exp ?\(b\)|or|eb)|置信区间)\]?\)?|(?:9\d% ?)?\[?conf(?:idence|\.) ?int(?:erval|\.)s?\]?|c\.? ?i\.?|\[?9\d%? ?(?:conf\.?|ci)|置信区间|9\d ?% ?c\.? ?i\.? ?for ?exp ?\(b\)|interval\]`],
  ["lower", String.raw`lower(?: ?(?:limit|bound|ci|9\d ?%?|9\d% ?ci))?|ll|lb|lcl|\[?0?\.025|2\.5 ?%|ci[- ]?low(?:er)?|(?:95% ?)?ci lower|下限|9\d% ?(?:下限|lower)|conf\.low`],
  ["upper", String.raw`upper(?: ?(?:limit|bound|ci|9\d ?%?|9\d% ?ci))?|ul|ub|ucl|0?\.975\]?|97\.5 ?%|ci[- ]?(?:high|upp)(?:er)?|(?:95% ?)?ci upper|上限|9\d% ?(?:上限|upper)|conf\.high`],
  ["effect", String.raw`(?:average )?marginal effects?|dy ?/ ?dx|a?mes?|边际效应|边际效果|平均边际效应|mfx`],
  ["df", String.raw`d\.?f\.?|degrees of freedom|自由度`],
  ["other", String.raw`statistic|vif|tolerance|standardi[sz]ed (?:coef(?:ficient)?s?|beta)|标准化(?:回归)?系数|std\. ?beta|beta weights?|rank|排序|均值|mean|s\.?d\.?|标准差|standard deviations?|effect size|n|freq(?:uency)?`],
  ["coef", String.raw`(?:logit |ols |regression |unstandardi[sz]ed |estimated |parameter |logistic )?(?:coef(?:f|ficients?)?s?\.?(?: ?\(?b\)?)?|estimates?|est\.?)|b|β|beta|b coef\.?|parameters?|value|(?:回归|估计|非标准化(?:回归)?|偏回归|logit|系数)?系数(?: ?\(?[bβ]\)?)?|估计值|参数估计值?|回归系数|log[- ]?odds(?: ratios?)?`],
  ["stars", String.raw`显著程度|signif\.?`],
];
const WHOLE = WORDS.map(([role, words]) => [role, new RegExp(`^(?:${words})$`, "iu")] as const);

/** The role that these words name, all of them. */
export function roleOf(text: string): Role | undefined {
  const bare = text.replace(/\s+/g, " ").replace(/\^[a-z0-9]/g, "").trim().replace(/[:：,;]$/, "").trim();
  if (bare === "" || bare.length > 60) return undefined;
  return WHOLE.find(([, words]) => words.test(bare))?.[0];
}

/** Single letters that are roles only beside other roles: a model may be called "P" or "B". */
export const isLetter = (text: string): boolean => /^[a-zβ]$/iu.test(text.trim());

/** The longest run of words from here that names a role: how many words, and which. */
export function roleAt(words: readonly string[], at: number): { role: Role; words: number } | undefined {
  for (let many = Math.min(5, words.length - at); many >= 1; many--) {
    const role = roleOf(words.slice(at, at + many).join(" "));
    if (role) return { role, words: many };
  }
  return undefined;
}

export interface HeadingRead {
  readonly role?: Role | undefined;
  /** What the brackets of this column hold. */
  readonly bracket?: Role;
  /** The words that are no role: the model's name. */
  readonly rest: string;
}

/** "Univariate Odds Ratio (95% C.I)" is an odds ratio with an interval in brackets, called "Univariate". */
export function readHeading(text: string): HeadingRead {
  const bare = text.replace(/\s+/g, " ").replace(/\^[a-z0-9]/g, "").trim();
  if (bare.length > 200) return { rest: bare };
  const whole = roleOf(bare);
  if (whole) return { role: whole, rest: "" };
  const bracketed = /^(.*?)[,;/]? ?[([]([^()[\]]*(?:\([^()]*\))?[^()[\]]*)[)\]]$/.exec(bare) ?? /^(.*?) ?[/,;] ?([^/,;]*)$/.exec(bare);
  if (bracketed) {
    const inner = roleOf(bracketed[2]) ?? (/[,;/]|and|及/.test(bracketed[2]) ? bracketed[2].split(/[,;/]|\band\b|及/).map(roleOf).find(Boolean) : undefined);
    const outer = partly(bracketed[1]);
    if (inner === "other" && roleOf(bracketed[1]) === "other") return { role: "other", rest: "" };
    if (inner && inner !== "other") return { ...(outer.role && { role: outer.role }), bracket: inner, rest: outer.rest };
  }
  return partly(bare);
}

/** A role at the end or the beginning of a heading: "模型1系数", "Model 1 SE", "OR univariate". */
function partly(bare: string): HeadingRead {
  const whole = roleOf(bare);
  if (whole) return { role: whole, rest: "" };
  const words = bare.split(" ");
  for (let many = Math.min(4, words.length - 1); many >= 1; many--) {
    const end = words.slice(-many).join(" ");
    const role = isLetter(end) ? undefined : roleOf(end);
    if (role && role !== "other" && !LOOSE.test(end)) return { role, rest: words.slice(0, -many).join(" ") };
    const start = words.slice(0, many).join(" ");
    const first = isLetter(start) ? undefined : roleOf(start);
    if (first && first !== "other" && !LOOSE.test(start)) return { role: first, rest: words.slice(many).join(" ") };
  }
  const han = /^(.*?)(系数|标准误|标准误差|显著性|p ?值|z ?值|t ?值|优势比|发生比|边际效应)$/iu.exec(bare);
  return han ? { role: roleOf(han[2]), rest: han[1].trim() } : { rest: bare };
}
/** Words that name a role when alone but are part of a name beside others ("Logit", "Model value"). */
const LOOSE = /^(?:logit|value|parameters?|prob\.?|me|or|ors|ll|ul|lb|ub|est\.?|beta|ame|mes|ames|se|significance|wald|rrr|irr|aor)$/i;

/** The first column's own heading. */
export const STUB = /^(?:(?:independent |explanatory |predictor |control |dependent )?variables?(?: names?| labels?)?|predictors?(?: variables?)?|covariates?|factors?|risk factors?|characteristics?|parameters?|terms?|items?|labels?|names?|regressors?|(?:自|解释|控制)?变量(?:名称?)?|解释变量|影响因素|因素|指标|项目|特征|类别|variables? ?\/? ?categor\w*|forklaringsvariabel)[:：]?$/iu;
