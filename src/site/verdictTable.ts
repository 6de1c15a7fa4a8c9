import type { Bilingual, Language } from "../bilingual";
import { html, type Markup } from "./markup";

/** A hypothesis in a group, as one coefficient decides it. */
export interface Verdict {
  /** Null where no model could tell. */
  readonly supported: boolean | null;
  /** The stars, whatever the sign. */
  readonly level: string;
}

export interface GroupVerdict {
  readonly refitted: Verdict;
  /** As the paper prints it. */
  readonly printed?: Verdict | undefined;
  /** A second model of the same group, where there is one. */
  readonly also?: { readonly model: string; readonly refitted: Verdict; readonly printed?: Verdict | undefined };
}

/**
 * Hypothesis × group → verdict beside the paper's own: what the front page opens with.
 * Plain data, so that the site need not know the study.
 */
export interface VerdictTable {
  /** Nothing is printed to hold them against. */
  readonly refittedOnly?: true;
  readonly groups: readonly { readonly id: string; readonly label: Bilingual; readonly model: string }[];
  readonly hypotheses: readonly {
    readonly id: string;
    readonly claim: Bilingual;
    /** In the order of `groups`; undefined where none of the group's models decides it. */
    readonly verdicts: readonly (GroupVerdict | undefined)[];
  }[];
}

const SAY = {
  caption: { en: "Is the hypothesis supported? As refitted here, and as the paper prints it", zh: "假设是否得到支持？重新拟合的结果与论文所刊结果对照" },
  ownCaption: { en: "Is the hypothesis supported?", zh: "假设是否得到支持？" },
  hypothesis: { en: "Hypothesis", zh: "假设" },
  refitted: { en: "refitted", zh: "重新拟合" },
  printed: { en: "paper", zh: "论文" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  unknown: { en: "?", zh: "？" },
  none: { en: "–", zh: "–" },
} as const satisfies Record<string, Bilingual>;

/**
 * The verdict table, in the page's language.
 *
 * @param pageOf  the address of the page on a hypothesis, where there is one
 */
export function verdictTableHtml(table: VerdictTable, language: Language, pageOf: (hypothesis: string) => string | undefined): Markup {
  const say = (key: keyof typeof SAY): string => SAY[key][language];
  const caption = say(table.refittedOnly ? "ownCaption" : "caption");
  const sources = table.refittedOnly ? (["refitted"] as const) : (["refitted", "printed"] as const);
  return html`<div class="table-frame verdicts" role="group" aria-label="${caption}"><table id="verdicts">
<caption>${caption}</caption>
<thead><tr><th scope="col" rowspan="2">${say("hypothesis")}</th>${table.groups.map((group) =>
    html`<th scope="colgroup" colspan="${sources.length}">${group.label[language]} <small>(${group.model})</small></th>`)}</tr>
<tr>${table.groups.map(() => html`${sources.map((source) => html`<th scope="col">${say(source)}</th>`)}`)}</tr></thead>
<tbody>${table.hypotheses.map(({ id, claim, verdicts }) => html`<tr><th scope="row">${name(id, pageOf(id))} ${claim[language]}</th>
${verdicts.map((verdict) => html`${sources.map((source) => verdictCell(verdict, source, language))}`)}</tr>
`)}</tbody></table></div>`;
}

const name = (id: string, address: string | undefined): Markup => (address ? html`<a href="${address}">${id}</a>` : html`${id}`);

function verdictCell(verdict: GroupVerdict | undefined, which: "refitted" | "printed", language: Language): Markup {
  const main = verdict?.[which];
  if (!main) return html`<td>${SAY.none[language]}</td>`;
  const also = verdict.also?.[which];
  return html`<td>${inWords(main, language)}${also && html`<br><small>${verdict.also.model}: ${inWords(also, language)}</small>`}</td>`;
}

function inWords({ supported, level }: Verdict, language: Language): Markup {
  const key = supported === null ? "unknown" : supported ? "yes" : "no";
  return html`<span class="verdict-${key}">${SAY[key][language]}${level && html` <span class="stars">${level}</span>`}</span>`;
}
