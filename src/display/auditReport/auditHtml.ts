import type { AuditReport } from "../../audit/audit";
import { type Finding, VERDICTS } from "../../audit/check";
import { DEFINITION_NAMES, PSEUDO_R2_DEFINITIONS } from "../../audit/pseudoR2Definitions";
import { checkNamed, CHECKS } from "../../audit/registry";
import { say, sayP } from "../../audit/words";
import type { Bilingual } from "../../bilingual";
import { CLAIM_VERDICT } from "../../published/claimVerdict";
import type { PublishedTable } from "../../published/publishedTable";
import { escapeHtml } from "../render/escapeHtml";
import { both, dataTable, plain, row, STYLE } from "./html";
import { fieldName, placeOf } from "./place";
import { tally } from "./tally";
import { countsOf, LEAD, SEVERITY_WORDS, SUPPOSED_FIELDS, VERDICT_WORDS } from "./words";

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
${reportSections(report, published)}
</main>
</body>
</html>
`;
}

/** The report's sections, every text in both languages, for a page that brings its own head and style. */
export const reportSections = (report: AuditReport, published: PublishedTable): string => [
  summary(report), findings(report), notRun(report), supposed(published), pseudoR2(report), pooling(report), differences(report), claims(report), everyCheck(report), methods(),
].join("\n");

const section = (id: string, title: Bilingual, body: string): string => (body === "" ? "" : `<section id="${id}">\n<h2>${both(title)}</h2>\n${body}\n</section>`);

function summary(report: AuditReport): string {
  const heads = [{ en: "check", zh: "检查" }, ...VERDICTS.map((verdict) => VERDICT_WORDS[verdict])];
  const rows = tally(report).map(({ check, verdicts }) => row([both(check.title), ...VERDICTS.map((verdict) => plain(verdicts[verdict]))]));
  const counted = countsOf(report.findings);
  return section("summary", { en: "Summary", zh: "摘要" }, `<p>${both({ en: `${counted.en} ${LEAD.en}`, zh: `${counted.zh}${LEAD.zh}` })}</p>\n${dataTable({ en: "Verdicts by check", zh: "各项检查的结论" }, heads, rows)}`);
}

const findings = (report: AuditReport): string =>
  section("findings", { en: "Findings", zh: "发现" }, report.findings.length === 0 ? `<p>${both({ en: "None.", zh: "无。" })}</p>` : `<ol>\n${report.findings.map((one) => finding(report, one)).join("\n")}\n</ol>`);

function finding(report: AuditReport, one: Finding): string {
  const { severity, check, printed, message, messageZh, reference, code } = one;
  const where = placeOf(report, one);
  const numbers = Object.entries(printed).map(([name, value]) => `${both(fieldName(report, name))} <b>${escapeHtml(value)}</b>`).join(", ");
  return `<li class="${severity}"><p><strong>${both(SEVERITY_WORDS[severity])}</strong> · ${both(checkNamed(check).title)}${where ? ` · ${both(where)}` : ""}</p>
<p>${both({ en: message, zh: messageZh })}</p>
${numbers ? `<p class="printed">${both({ en: "printed:", zh: "表中：" })} ${numbers}</p>\n` : ""}<details><summary>${both({ en: "method and code", zh: "方法与代码" })}</summary><p>${escapeHtml(reference)}</p><pre><code>${escapeHtml(code)}</code></pre></details></li>`;
}

function notRun({ notRun: all, models }: AuditReport): string {
  const heads = [{ en: "check", zh: "检查" }, { en: "where", zh: "位置" }, { en: "what would let it run", zh: "所缺信息" }];
  const rows = all.map(({ check, models: ids, needs, needsZh }) =>
    row([both(checkNamed(check).title), ids.length === 0 ? both({ en: "the table", zh: "全表" }) : plain(ids.map((id) => models[id]).join(", ")), both({ en: needs, zh: needsZh })]));
  return section("not-run", { en: "What was not checked, and why", zh: "未能进行的检查及原因" }, rows.length === 0 ? "" : dataTable({ en: "Checks that did not run, wholly or for some models", zh: "未能进行（或仅部分进行）的检查" }, heads, rows));
}

function supposed({ supposed: all = [], unused = [] }: PublishedTable): string {
  const heads = [{ en: "what", zh: "项目" }, { en: "taken as", zh: "推定为" }, { en: "why", zh: "原因" }];
  const rows = all.map(({ field, value, why }) => row([both(SUPPOSED_FIELDS[field] ?? { en: field, zh: field }), plain(value), plain(why)]));
  const left = unused.map(({ where, text }) => row([plain(where), plain(text)]));
  return section("supposed", { en: "What was supposed, and what was not used", zh: "推定与未用的内容" }, [
    rows.length === 0 ? "" : dataTable({ en: "Supposed, since nothing printed says it: it proves nothing", zh: "表中未说明、由读取推定者：不能据此断定有误" }, heads, rows),
    left.length === 0 ? "" : dataTable({ en: "Seen and not used", zh: "已见但未用" }, [{ en: "where", zh: "位置" }, { en: "text", zh: "内容" }], left),
  ].join("\n").trim());
}

function pseudoR2({ pseudoR2: answer, models }: AuditReport): string {
  const ids = Object.keys(answer.attainable);
  if (ids.length === 0) return "";
  const heads = [{ en: "definition", zh: "定义" }, ...ids.map((id) => ({ en: `${models[id]}: at most`, zh: `${models[id]}：最大值` })), { en: "event counts left", zh: "可能的事件数" }];
  const rows = PSEUDO_R2_DEFINITIONS.map((definition) => {
    const left = answer.candidates.find((candidate) => candidate.definition === definition);
    const counts = left ? Object.entries(left.events).map(([id, events]) => `${models[id]} ${events.slice(0, 5).join("/")}${events.length > 5 ? "/…" : ""}`).join(", ") : "–";
    return row([plain(DEFINITION_NAMES[definition]), ...ids.map((id) => plain(answer.attainable[id] ? say(answer.attainable[id][definition]) : "–")), plain(counts)]);
  });
  return section("pseudo-r2", checkNamed("pseudoR2").title, dataTable({ en: "The most each definition can reach, and the event counts that give the printed value in all models", zh: "各定义的最大值，以及能在所有模型中给出表中数值的事件数" }, heads, rows)
    + (answer.settledBy ? `<p>${both({ en: answer.settledBy, zh: answer.settledByZh! })}</p>` : ""));
}

function pooling({ pooling: tests, models }: AuditReport): string {
  const heads = [{ en: "whole", zh: "全样本" }, { en: "parts", zh: "各组" }, { en: "LR", zh: "似然比" }, { en: "df", zh: "自由度" }, { en: "p", zh: "p" }, { en: "LR by rounding", zh: "似然比的舍入范围" }, { en: "of it level", zh: "其中：水平" }, { en: "and rest (no test)", zh: "其余（非检验）" }];
  const rows = tests.map(({ whole, parts, lr, df, p, lrInterval, level, rest }) => row([models[whole], parts.map((id) => models[id]).join(" + "), say(lr), df, sayP(p), `${say(lrInterval[0])} – ${say(lrInterval[1])}`, level === null ? "–" : say(level), rest === null ? "–" : say(rest)].map(plain)));
  return section("pooling", checkNamed("pooling").title, rows.length === 0 ? "" : dataTable({ en: "Equal coefficients?", zh: "系数是否相等" }, heads, rows));
}

function differences({ groupDifferences, models, terms }: AuditReport): string {
  const heads = [{ en: "term", zh: "项" }, { en: "groups", zh: "组" }, { en: "difference", zh: "差" }, { en: "z", zh: "z" }, { en: "z by rounding", zh: "z 的舍入范围" }, { en: "p", zh: "p" }, { en: "p (Holm)", zh: "p（Holm）" }];
  const rows = groupDifferences.map(({ term, a, b, difference, z, zInterval, p, pHolm }) =>
    row([both(terms[term]), ...[`${models[a]} − ${models[b]}`, say(difference), say(z, 2), `${say(zInterval[0], 2)} – ${say(zInterval[1], 2)}`, sayP(p), sayP(pHolm)].map(plain)]));
  return section("differences", checkNamed("groupDifferences").title, rows.length === 0 ? "" : dataTable({ en: "z tests between independent groups", zh: "独立组之间的 z 检验" }, heads, rows));
}

function claims({ claims: all, terms }: AuditReport): string {
  const heads = [{ en: "claim", zh: "编号" }, { en: "§", zh: "章节" }, { en: "statement", zh: "论断" }, { en: "verdict", zh: "结论" }, { en: "tested difference", zh: "有检验的组间差异" }];
  const rows = all.map(({ id, section: place, en, zh, verdict, differences: tested }) => {
    const names = tested.filter((one) => one.tested).map(({ term }) => terms[term]);
    const backed = names.length === 0 ? plain("–") : both({ en: names.map((name) => name.en).join(", "), zh: names.map((name) => name.zh).join("、") });
    return row([plain(id), plain(place), both({ en, zh }), both(CLAIM_VERDICT[verdict]), tested.length === 0 ? "" : backed]);
  });
  return section("claims", checkNamed("claims").title, rows.length === 0 ? "" : dataTable({ en: "The text against its table", zh: "正文与表格对照" }, heads, rows));
}

function everyCheck(report: AuditReport): string {
  const heads = [{ en: "check", zh: "检查" }, { en: "model", zh: "模型" }, { en: "term", zh: "项" }, { en: "verdict", zh: "结论" }, { en: "why", zh: "依据" }];
  const rows = report.checks.filter(({ check }) => check !== "measurement" && check !== "claims")
    .map(({ check, model, term, verdict, why, whyZh }) => row([both(checkNamed(check).title), both(placeOf(report, { model, term: null }) ?? { en: "", zh: "" }), both(placeOf(report, { model: null, term }) ?? { en: "", zh: "" }), both(VERDICT_WORDS[verdict]), both({ en: why, zh: whyZh })]));
  return section("every-check", { en: "Every check", zh: "全部检查" }, `<details><summary>${both({ en: `all ${rows.length} questions put to the table`, zh: `对该表的全部 ${rows.length} 项检查` })}</summary>${dataTable({ en: "One row a question put to a cell", zh: "每行为对一个单元格的一次检查" }, heads, rows)}</details>`);
}

const methods = (): string => section("methods", { en: "Methods", zh: "方法" },
  `<ul>\n${CHECKS.map(({ title, source }) => `<li>${both(title)}: ${escapeHtml(source)}</li>`).join("\n")}\n</ul>`);
