import type { Bilingual } from "../../bilingual";
import type { PublishedTable } from "../../published/publishedTable";
import type { AuditReport } from "../audit";
import { DEFINITION_NAMES, PSEUDO_R2_DEFINITIONS } from "../pseudoR2Definitions";
import { REFERENCES } from "../references";
import { CHECKS, type Finding } from "../vocabulary";
import { say, sayP } from "../words";
import { CHECK_TITLES, CLAIM_VERDICT_WORDS, SEVERITY_WORDS, VERDICT_WORDS } from "./checkTitles";
import { both, dataTable, escapeHtml, plain, row, STYLE } from "./html";
import { tally } from "./tally";

/**
 * The audit as one self-contained page (no script, no file, no network): both languages in it, one shown, readable on paper.
 *
 * @param source  what the table is called in the heading; the table's own `source` where absent
 */
export function auditHtml(published: PublishedTable, report: AuditReport, source?: string): string {
  const name = source ?? published.source;
  const title = { en: "Does this table hold together?", zh: "这张表自洽吗？" };
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} · ${title.en}</title>
<style>${STYLE}</style>
</head>
<body>
<input type="radio" name="language" id="zh" checked><label for="zh">中文</label>
<input type="radio" name="language" id="en"><label for="en">English</label>
<main>
<h1>${both(title)}</h1>
${name ? `<p>${escapeHtml(name)}</p>` : ""}
${reportSections(report)}
</main>
</body>
</html>
`;
}

/** The report's sections, every text in both languages, for a page that brings its own head and style. */
export const reportSections = (report: AuditReport): string =>
  [summary(report), findings(report), pseudoR2(report), pooling(report), differences(report), claims(report), everyCheck(report), methods()].join("\n");

const section = (id: string, title: Bilingual, body: string): string => (body === "" ? "" : `<section id="${id}">\n<h2>${both(title)}</h2>\n${body}\n</section>`);

function summary(report: AuditReport): string {
  const proved = report.findings.filter(({ severity }) => severity === "inconsistent").length;
  const notes = report.findings.length - proved;
  const heads = [{ en: "check", zh: "检查" }, ...Object.values(VERDICT_WORDS)];
  const rows = tally(report).map(({ check, verdicts }) =>
    row([both(CHECK_TITLES[check]), ...(Object.keys(VERDICT_WORDS) as (keyof typeof VERDICT_WORDS)[]).map((verdict) => plain(verdicts[verdict]))]));
  return section("summary", { en: "Summary", zh: "摘要" }, `<p>${both({
    en: `${proved} inconsistent, ${notes} notes. “Inconsistent” means that no data, rounded or truncated as printed, give these numbers; a note means that something should be asked or known.`,
    zh: `${proved} 处不相符，${notes} 条提示。“不相符”指任何数据经四舍五入或截断都得不到这些数字；“提示”指需要追问或知悉。`,
  })}</p>\n${dataTable({ en: "Verdicts by check", zh: "各项检查的结论" }, heads, rows)}`);
}

const findings = ({ findings: all }: AuditReport): string =>
  section("findings", { en: "Findings", zh: "发现" }, all.length === 0 ? `<p>${both({ en: "None.", zh: "无。" })}</p>` : `<ol>\n${all.map(finding).join("\n")}\n</ol>`);

function finding({ severity, check, model, term, printed, message, messageZh, reference, code }: Finding): string {
  const where = [model, term].filter((part) => part !== null).join(" · ");
  const numbers = Object.entries(printed).map(([name, value]) => `${escapeHtml(name)} <b>${escapeHtml(value)}</b>`).join(", ");
  return `<li class="${severity}"><p><strong>${both(SEVERITY_WORDS[severity])}</strong> · ${both(CHECK_TITLES[check])}${where ? ` · ${escapeHtml(where)}` : ""}</p>
<p>${both({ en: message, zh: messageZh })}</p>
${numbers ? `<p class="printed">${both({ en: "printed:", zh: "表中：" })} ${numbers}</p>\n` : ""}<details><summary>${both({ en: "method and code", zh: "方法与代码" })}</summary><p>${escapeHtml(reference)}</p><pre><code>${escapeHtml(code)}</code></pre></details></li>`;
}

function pseudoR2({ pseudoR2: answer }: AuditReport): string {
  const ids = Object.keys(answer.attainable);
  if (ids.length === 0) return "";
  const heads = [{ en: "definition", zh: "定义" }, ...ids.map((id) => ({ en: `${id}: at most`, zh: `${id}：最大值` })), { en: "event counts left", zh: "可能的事件数" }];
  const rows = PSEUDO_R2_DEFINITIONS.map((definition) => {
    const left = answer.candidates.find((candidate) => candidate.definition === definition);
    const counts = left ? Object.entries(left.events).map(([id, events]) => `${id} ${events.slice(0, 5).join("/")}${events.length > 5 ? "/…" : ""}`).join(", ") : "–";
    return row([plain(DEFINITION_NAMES[definition]), ...ids.map((id) => plain(answer.attainable[id] ? say(answer.attainable[id]![definition]) : "–")), plain(counts)]);
  });
  return section("pseudo-r2", CHECK_TITLES.pseudoR2, dataTable({ en: "The most each definition can reach, and the event counts that give the printed value in all models", zh: "各定义的最大值，以及能在所有模型中给出表中数值的事件数" }, heads, rows)
    + (answer.settledBy ? `<p lang="en">${escapeHtml(answer.settledBy)}</p>` : ""));
}

function pooling({ pooling: tests }: AuditReport): string {
  const heads = [{ en: "whole", zh: "全样本" }, { en: "parts", zh: "各组" }, { en: "LR", zh: "似然比" }, { en: "df", zh: "自由度" }, { en: "p", zh: "p" }, { en: "LR by rounding", zh: "似然比的舍入范围" }];
  const rows = tests.map(({ whole, parts, lr, df, p, lrInterval }) => row([whole, parts.join(" + "), say(lr), df, sayP(p), `${say(lrInterval[0])} – ${say(lrInterval[1])}`].map(plain)));
  return section("pooling", CHECK_TITLES.pooling, rows.length === 0 ? "" : dataTable({ en: "Equal coefficients?", zh: "系数是否相等" }, heads, rows));
}

function differences({ groupDifferences }: AuditReport): string {
  const heads = [{ en: "term", zh: "项" }, { en: "groups", zh: "组" }, { en: "difference", zh: "差" }, { en: "z", zh: "z" }, { en: "z by rounding", zh: "z 的舍入范围" }, { en: "p", zh: "p" }, { en: "p (Holm)", zh: "p（Holm）" }];
  const rows = groupDifferences.map(({ term, a, b, difference, z, zInterval, p, pHolm }) =>
    row([term, `${a} − ${b}`, say(difference), say(z, 2), `${say(zInterval[0], 2)} – ${say(zInterval[1], 2)}`, sayP(p), sayP(pHolm)].map(plain)));
  return section("differences", CHECK_TITLES.groupDifferences, rows.length === 0 ? "" : dataTable({ en: "z tests between independent groups", zh: "独立组之间的 z 检验" }, heads, rows));
}

function claims({ claims: all }: AuditReport): string {
  const heads = [{ en: "claim", zh: "编号" }, { en: "§", zh: "章节" }, { en: "statement", zh: "论断" }, { en: "verdict", zh: "结论" }, { en: "tested difference", zh: "有检验的组间差异" }];
  const rows = all.map(({ id, section: place, en, zh, verdict, differences: tested }) => {
    const backed = tested.filter((one) => one.tested).map(({ term }) => term).join(", ");
    return row([plain(id), plain(place), both({ en, zh }), both(CLAIM_VERDICT_WORDS[verdict]), plain(tested.length === 0 ? "" : backed || "–")]);
  });
  return section("claims", CHECK_TITLES.claims, rows.length === 0 ? "" : dataTable({ en: "The text against its table", zh: "正文与表格对照" }, heads, rows));
}

function everyCheck({ checks }: AuditReport): string {
  const heads = [{ en: "check", zh: "检查" }, { en: "model", zh: "模型" }, { en: "term", zh: "项" }, { en: "verdict", zh: "结论" }, { en: "why", zh: "依据" }];
  const rows = checks.filter(({ check }) => check !== "measurement" && check !== "claims")
    .map(({ check, model, term, verdict, why, whyZh }) => row([both(CHECK_TITLES[check]), plain(model ?? ""), plain(term ?? ""), both(VERDICT_WORDS[verdict]), both({ en: why, zh: whyZh })]));
  return section("every-check", { en: "Every check", zh: "全部检查" }, `<details><summary>${both({ en: `all ${rows.length} questions put to the table`, zh: `对该表的全部 ${rows.length} 项检查` })}</summary>${dataTable({ en: "One row a question put to a cell", zh: "每行为对一个单元格的一次检查" }, heads, rows)}</details>`);
}

const methods = (): string => section("methods", { en: "Methods", zh: "方法" },
  `<ul>\n${CHECKS.map((check) => `<li>${both(CHECK_TITLES[check])}: ${escapeHtml(REFERENCES[check])}</li>`).join("\n")}\n</ul>`);
