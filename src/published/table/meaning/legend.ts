/** Marks of significance and the p below which each stands. */
export interface Legend {
  readonly cutoffs?: Readonly<Record<string, string>>;
  /** Marks that the legend names as saying "not significant". */
  readonly insignificant: readonly string[];
  /** Pieces that speak of marks and were not understood. */
  readonly unread: readonly string[];
}

const MARK = String.raw`\*{1,5}|[†‡+#§]{1,3}|\^[a-f](?![a-z])`;
const LIMIT = String.raw`0?\.\d{1,6}|\d{1,2}(?:\.\d{1,3})?(?= ?(?:%|percent|per cent|prosent))`;
const LIST = " ?(?:,|、|;|/|and|和|及|与|og|y|und|et|, ?and) ?(?:the |p ?<? ?)?";
const R_CODES = /(?:signif\. codes:?)? ?0 ['‘"`]?\*\*\*['’"`]? ?0?\.001 ['‘"`]?\*\*['’"`]? ?0?\.01 ['‘"`]?\*['’"`]? ?0?\.05/i;
const GROUPED = new RegExp(String.raw`((?:${MARK})(?:${LIST}(?:${MARK}))+)[^*†‡+#§.\d]{0,80}?(?:\bp ?(?:-? ?values?)? ?(?:<|at|of|:)? ?)?((?:0?\.\d{1,6}|\d{1,2}(?:\.\d)?) ?%?(?:${LIST}(?:0?\.\d{1,6}|\d{1,2}(?:\.\d)?) ?%?)+)( ?%| ?percent| ?per cent)?`, "giu");
const SINGLE = new RegExp(String.raw`(?<![\w.*†‡+#§^])(${MARK}) ?['’"]?\)? ?(?:=|:|-|,|;)? ?(?:代表|表示|为|指|说明|indicates?|denotes?|means?|is|are|represents?)? ?(?:that )?(?:statistical(?:ly)? )?(?:significan(?:t|ce|cy)|sig\.?|显著性?)? ?(?:difference )?(?:at|on|在|with)? ?(?:the )?(?:a )?(?:显著性?水平)?(?:significance )?(?:level)?(?: of)? ?(?:为|:)? ?(?:prob(?:ability)?\.?|pr|p|P|Sig\.?)? ?(?:-? ?values?|值)? ?(?:is )?(?:<|=|小于|低于|less than|below|at|在|under|of)? ?=? ?(?:the )?(${LIMIT})`, "giu");
const REVERSED = new RegExp(String.raw`(?:p|P) ?< ?(0?\.\d{1,6}) ?[:=]? ?['‘"(]?(${MARK})['’")]?(?=[\s,;.]|$)`, "giu");
const NOT = new RegExp(String.raw`(${MARK}) ?(?:=|:|,)? ?(?:insignificant|not (?:statistically )?significant|n\.?s\.?\b|不显著)`, "giu");

/** Reads the legend of the stars in captions and notes (plain characters). */
export function readLegend(lines: readonly string[]): Legend {
  const text = lines.filter((line) => line.length < 5000).join("\n").replace(/[ \t\n]+/g, " ").replace(/(?<![.\d])0 ?\. ?(?=\d)/g, "0.");
  const insignificant = [...text.matchAll(NOT)].map(([, mark]) => mark.replace("^", ""));
  const found = new Map<string, { readonly limit: string; readonly percent: boolean }>();
  const add = (mark: string, limit: string, percent = false) => {
    const bare = mark.replace("^", "");
    if (!found.has(bare) && !insignificant.includes(bare)) found.set(bare, { limit, percent });
  };
  if (R_CODES.test(text)) [["***", "0.001"], ["**", "0.01"], ["*", "0.05"]].forEach(([mark, limit]) => add(mark, limit));
  const mismatched: { readonly from: number; readonly to: number }[] = [];
  for (const { 0: all, 1: marks, 2: limits, 3: percent, index } of text.matchAll(GROUPED)) {
    const each = marks.match(new RegExp(MARK, "gu"))!;
    const numbers = limits.match(/0?\.\d+|\d{1,2}(?:\.\d)?/g)!;
    const inPercent = percent !== undefined || limits.includes("%");
    if (each.length === numbers.length && (inPercent || numbers.every((number) => number.includes(".")))) each.forEach((mark, i) => add(mark, numbers[i], inPercent));
    else mismatched.push({ from: index, to: index + all.length });
  }
  for (const { 0: all, 1: mark, 2: limit, index } of text.matchAll(SINGLE)) {
    // Of three marks and two limits the last mark's is not the first limit.
    if (mismatched.some(({ from, to }) => index >= from && index < to)) continue;
    add(mark, limit, /^ ?(?:%|percent|per cent|prosent)/.test(text.slice(index + all.length)));
  }
  // "p < 0.05 *, p < 0.01 **": between the marks the limits of their neighbours seem to follow them.
  const reversed = [...text.matchAll(REVERSED)];
  if (reversed.length > found.size) {
    found.clear();
    for (const [, limit, mark] of reversed) add(mark, limit);
  }
  // "5%, 1% and 0.1%" are percentages all; where none is 1 or more, "0.05%" is a share with a sign too many.
  const inPercent = [...found.values()].some(({ limit, percent }) => percent && !/^0?\./.test(limit));
  const ordered = [...found].map(([mark, { limit, percent }]) => [mark, asShare(limit, percent && inPercent)] as const).filter(([, limit]) => Number(limit) > 0 && Number(limit) < 1).sort((a, b) => Number(b[1]) - Number(a[1]));
  const starred = ordered.filter(([mark]) => mark.startsWith("*"));
  const monotone = starred.every(([mark], i) => i === 0 || mark.length > starred[i - 1][0].length) && new Set(starred.map(([, limit]) => Number(limit))).size === starred.length;
  const unread = ordered.length > 0 && monotone ? [] : lines.filter((line) => line.length < 1000 && /(?:\*|[†‡§#])/.test(line) && /signif|p ?[<=]|显著|level/i.test(line));
  return { ...(ordered.length > 0 && monotone && { cutoffs: Object.fromEntries(ordered) }), insignificant, unread };
}

const asShare = (limit: string, percent: boolean): string => (percent ? String(Number((Number(limit) / 100).toPrecision(6))) : limit.replace(/^\./, "0."));
