import type { AuditReport } from "../../audit/audit";
import { VERDICTS } from "../../audit/check";
import { DEFINITION_NAMES } from "../../audit/pseudoR2Definitions";
import { checkNamed } from "../../audit/registry";
import { pIs, say } from "../../audit/words";
import type { Bilingual, Language } from "../../bilingual";
import { largest } from "../../extremes";
import { columnWidth } from "../render/columnWidth";
import { padded } from "../render/alignedText";
import { tally } from "./tally";
import { countsOf, VERDICT_WORDS } from "./words";

/** The audit as a terminal shows it, in one language: what to read, what the table gives away, what was looked at and what was not. */
export const auditText = (report: AuditReport, language: Language = "en"): string =>
  [findings(report, language), givenAway(report, language), verdicts(report, language), notRun(report, language)].filter(Boolean).join("\n\n");

function findings({ findings: all }: AuditReport, language: Language): string {
  if (all.length === 0) return { en: "No findings.", zh: "没有发现。" }[language];
  const told = all.map(({ severity, check, message, messageZh }) =>
    `${severity === "inconsistent" ? "✗" : "·"} [${checkNamed(check).title[language]}] ${language === "zh" ? messageZh : message}`);
  return [countsOf(all)[language], ...told].join("\n");
}

function givenAway({ pseudoR2, pooling, models }: AuditReport, language: Language): string {
  const zh = language === "zh";
  const events = Object.entries(pseudoR2.events).map(([id, count]) => `${models[id]} ${count} (${pseudoR2.mirror[id]})`).join(", ");
  const settledBy = zh ? pseudoR2.settledByZh : pseudoR2.settledBy;
  return [
    ...(pseudoR2.definition ? [zh ? `伪 R²：${DEFINITION_NAMES[pseudoR2.definition]}；事件数（镜像）：${events}` : `pseudo R²: ${DEFINITION_NAMES[pseudoR2.definition]}; events (mirror): ${events}`] : []),
    ...(settledBy ? [settledBy] : []),
    ...pooling.map(({ whole, parts, lr, df, p }) => `${models[whole]} = ${parts.map((id) => models[id]).join(" + ")}: LR ${say(lr)}, ${zh ? "自由度" : "df"} ${df}, ${pIs(p)}`),
  ].join("\n");
}

function verdicts(report: AuditReport, language: Language): string {
  const rows = tally(report);
  const widest = largest(rows.map(({ check }) => columnWidth(check.title[language])));
  const cell = (count: number, words: Bilingual) => `${words[language]} ${String(count).padStart(3)}`;
  return rows.map(({ check, verdicts: counts }) =>
    `${padded(check.title[language], widest)}  ${VERDICTS.map((verdict) => cell(counts[verdict], VERDICT_WORDS[verdict])).join("  ")}`).join("\n");
}

function notRun({ notRun: all, models }: AuditReport, language: Language): string {
  if (all.length === 0) return "";
  const lines = all.map(({ check, models: ids, needs, needsZh }) => {
    const where = ids.length === 0 ? "" : language === "zh" ? `（${ids.map((id) => models[id]).join("、")}）` : ` (${ids.map((id) => models[id]).join(", ")})`;
    return language === "zh" ? `- ${checkNamed(check).title.zh}${where}：需要${needsZh}` : `- ${checkNamed(check).title.en}${where}: needs ${needs}`;
  });
  return [{ en: "Not run, and what would let it run:", zh: "未能进行的检查及所缺信息：" }[language], ...lines].join("\n");
}
