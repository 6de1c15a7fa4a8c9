import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import type { CodedSample, SfrcPerson } from "../sfrc/codeSample";
import { refuseCounts } from "./answersOf";

const COUNT = { decimals: 0 } as const;
const YEARS = { decimals: 1 } as const;

/**
 * Changchun's people by the two outcomes of Table 2: in how many answers Models 1 and 2 can differ at all, how old those
 * people are, and what the mean of their age squared is.
 */
export function outcomesComparedTable(coded: CodedSample): Table {
  refuseCounts(coded, "outcomesComparedTable");
  const { people, synthetic, madeFrom } = coded;
  const changchun = people.filter(({ group }) => group === "changchun");
  const kinds: readonly { en: string; zh: string; holds: (who: SfrcPerson) => boolean }[] = [
    { en: "wish to stay in both views", zh: "两种视角下均愿意居留", holds: (who) => who.stayTransnational === 1 && who.stayInMigration === 1 },
    { en: "only in the transnational view (M1)", zh: "仅在跨国主义视角下（模型1）", holds: (who) => who.stayTransnational === 1 && who.stayInMigration === 0 },
    { en: "only in the in-migration view (M2)", zh: "仅在移入视角下（模型2）", holds: (who) => who.stayTransnational === 0 && who.stayInMigration === 1 },
    { en: "in neither", zh: "两种视角下均不愿意", holds: (who) => who.stayTransnational === 0 && who.stayInMigration === 0 },
    { en: "left out of M2 by a reading", zh: "因编码方案不进入模型2", holds: (who) => who.stayInMigration === undefined },
  ];
  const rows = kinds.map((kind) => ({ ...kind, who: changchun.filter(kind.holds) })).filter(({ who }, i) => i < 4 || who.length > 0);
  const mean = (who: readonly SfrcPerson[], column: "age" | "age2") => (who.length === 0 ? { text: "–" } : { number: who.reduce((sum, person) => sum + person[column]!, 0) / who.length, format: column === "age" ? YEARS : COUNT });
  return plainTable({
    id: "outcomes-compared", synthetic, madeFrom,
    title: { en: "Changchun: the outcomes of Models 1 and 2", zh: "长春：模型1与模型2的因变量" },
    stub: { en: "wish to stay", zh: "居留意愿" },
    columns: [{ en: "people", zh: "人数" }, { en: "mean age", zh: "平均年龄" }, { en: "mean of age²", zh: "年龄²的均值" }],
    rows: rows.map(({ en, zh, who }) => [{ en, zh }, { number: who.length, format: COUNT }, mean(who, "age"), mean(who, "age2")]),
  });
}
