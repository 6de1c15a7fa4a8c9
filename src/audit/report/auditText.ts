import type { AuditReport } from "../audit";
import { DEFINITION_NAMES } from "../pseudoR2Definitions";
import { pIs, say } from "../words";
import { CHECK_TITLES } from "./checkTitles";
import { tally } from "./tally";

/** The audit as a terminal shows it, in English and Chinese: what was looked at, what it gives away, what to read. */
export const auditText = (report: AuditReport): string => [verdicts(report), givenAway(report), findings(report)].filter(Boolean).join("\n\n");

function verdicts(report: AuditReport): string {
  return tally(report).map(({ check, verdicts: v }) =>
    `${check.padEnd(17)}consistent ${pad(v.consistent)}  cannot-tell ${pad(v["cannot-tell"])}  only-by-rounding ${pad(v["only-by-rounding"])}  inconsistent ${pad(v.inconsistent)}  ${CHECK_TITLES[check].zh}`).join("\n");
}

const pad = (count: number): string => String(count).padStart(3);

function givenAway({ pseudoR2, pooling }: AuditReport): string {
  const events = Object.entries(pseudoR2.events).map(([id, count]) => `${id} ${count} (${pseudoR2.mirror[id]})`).join(", ");
  return [
    ...(pseudoR2.definition ? [`伪 R² · pseudo R²: ${DEFINITION_NAMES[pseudoR2.definition]}; 事件数（镜像） · events (mirror): ${events}`] : []),
    ...(pseudoR2.settledBy ? [pseudoR2.settledBy] : []),
    ...pooling.map(({ whole, parts, lr, df, p }) => `${whole} = ${parts.join(" + ")}: LR ${say(lr)}, df ${df}, ${pIs(p)}`),
  ].join("\n");
}

function findings({ findings: all }: AuditReport): string {
  if (all.length === 0) return "没有发现 · No findings.";
  const proved = all.filter(({ severity }) => severity === "inconsistent").length;
  const head = `${proved} 处不相符，${all.length - proved} 条提示 · ${proved} inconsistent, ${all.length - proved} notes`;
  return [head, ...all.map(({ severity, check, message, messageZh }) => `${severity === "inconsistent" ? "✗" : "·"} [${check}] ${message}\n  ${messageZh}`)].join("\n");
}
