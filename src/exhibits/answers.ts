import type { Table } from "../display/table";
import { verdictTable } from "../display/tables/verdictTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import { readingsNote } from "./readingsNote";

/**
 * Whether each hypothesis is supported in each group: by print, and by these data.
 *
 * @param hypotheses  which to answer; all by default
 */
export function answersTable(result: StudyResult, published: PublishedTable, ...hypotheses: readonly string[]): Table {
  const { study } = result;
  const chosen = study.hypotheses.filter(({ id }) => hypotheses.length === 0 || hypotheses.includes(id));
  if (chosen.length === 0) throw new RangeError(`no hypothesis ${hypotheses.join(", ")} (expected some of ${study.hypotheses.map(({ id }) => id).join(", ")})`);
  return verdictTable({
    id: ["answers", ...hypotheses].join("-"),
    title: { en: "Supported or not, by group", zh: "各组是否支持" },
    result: { ...result, study: { ...study, hypotheses: chosen } },
    published, notes: readingsNote(result),
  });
}
