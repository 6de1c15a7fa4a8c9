/** What the lines around a table say of its numbers. */
export interface NotesRead {
  /** Marks of significance and their p. */
  readonly cutoffs?: Readonly<Record<string, string>>;
  /** What stands in brackets; undefined where nothing says it. */
  readonly brackets?: "se" | "t" | "z" | "p" | "ci";
  readonly robust: boolean;
  /** "McFadden", where the R² is named. */
  readonly definition?: string;
  readonly family?: "binary logit" | "ordered logit";
}

const LEGEND = /(?<![\w.*])(\*{1,4}|[†‡+])\s*(?:代表|表示|为|:|=|,|indicates?|denotes?|significant at)?\s*(?:the\s*)?(?:显著性水平)?\s*(?:p|P|Sig\.?)?\s*(?:-?\s?values?|值)?\s*(?:<|≤|<=|小于|less than|在|at)?\s*((?:0\s?)?\.\s?\d+|\d{1,2}(?:\.\d+)?\s?%)/giu;

/** Reads captions and notes, in plain characters. */
export function readNotes(given: string): NotesRead {
  // One space at most between words: the patterns below then take time in proportion to the text.
  const text = given.replace(/\s+/g, " ");
  const cutoffs = legend(text);
  const definition = /(mcfadden(?:'s)?(?:\s*adj\w*)?|nagelkerke|cox\s*(?:&|and|-|–)?\s*snell|aldrich\s*(?:&|and|-|–)?\s*nelson|veall\s*(?:&|and|-|–)?\s*zimmermann?|estrella|horowitz)/i.exec(text)?.[1];
  return {
    ...(Object.keys(cutoffs).length > 0 && { cutoffs }),
    brackets: bracketsIn(text),
    robust: /稳健标准误|聚类(?:稳健)?标准误|robust\s+(?:standard\s+errors?|s\.?e\.?)|cluster(?:ed|-robust)/i.test(text),
    ...(definition && { definition }),
    family: familyIn(text),
  };
}

function legend(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, mark, limit] of text.matchAll(LEGEND)) {
    const p = limit.includes("%") ? String(Number(limit.replace(/[\s%]/g, "")) / 100) : limit.replace(/\s/g, "").replace(/^\./, "0.");
    if (!(mark in found) && Number(p) > 0 && Number(p) < 1) found[mark] = p;
  }
  return found;
}

function bracketsIn(text: string): NotesRead["brackets"] {
  const said = /括[号弧](?:内|中)(?:的?数[值字])?(?:为|是|表示)?[^。;\n]{0,8}?(标准误|标准差|t\s?(?:统计量|值|检验)|z\s?(?:统计量|值)|p\s?值|置信区间)/i.exec(text)?.[1]
    ?? /((?:robust |clustered )?standard errors?|s\.?e\.?s?|[tz][\s-]?(?:statistics?|stats?|values?|ratios?)|p[\s-]?values?|confidence intervals?)\s+(?:are\s+)?(?:reported\s+)?in\s+(?:parenthes[ei]s|brackets)/i.exec(text)?.[1]
    ?? /(?:parenthes[ei]s|brackets)\s+(?:contain|show|report|are)\s+((?:robust |clustered )?standard errors?|[tz][\s-]?(?:statistics?|values?)|p[\s-]?values?|confidence intervals?)/i.exec(text)?.[1];
  if (said === undefined) return undefined;
  if (/标准误|标准差|s\.?e|standard/i.test(said)) return "se";
  if (/区间|interval/i.test(said)) return "ci";
  return said.trim()[0].toLowerCase() as "t" | "z" | "p";
}

function familyIn(text: string): NotesRead["family"] {
  if (/有序|定序|序次|累积\s*logi|ordered|ordinal|ologit|proportional[\s-]odds|cumulative\s+logi/i.test(text)) return "ordered logit";
  return /二元|二项|二分类|binary|binomial|logi(?:t|stic)/i.test(text) ? "binary logit" : undefined;
}
