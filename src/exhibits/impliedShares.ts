import { impliedShare } from "../audit/impliedShare";
import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { PROVENANCE } from "../display/vocabulary";
import { type PublishedModel, type PublishedTable, sizeOf } from "../published/publishedTable";
import { fromPrint } from "../provenance";

/** How the printed slope of 0/1 `x` would have been made: the slope that a column of 0 and 1 has, and what the constant takes up. */
interface Coding extends Bilingual {
  readonly reading: string;
  readonly slope: (printed: number) => number;
  readonly shift: (printed: number) => number;
}

const CODINGS: readonly Coding[] = [
  { reading: "dummy", en: "0/1, or last category as reference: the effect of having", zh: "0/1，或以最后一类为参照：系数是“有”的影响", slope: (b) => b, shift: () => 0 },
  { reading: "asPrinted", en: "the numbers 1 and 2, as printed", zh: "按原文数值 1 和 2 直接进入", slope: (b) => -b, shift: (b) => 2 * b },
  { reading: "firstReference", en: "first category as reference: the effect of not having", zh: "以第一类为参照：系数是“无”的影响", slope: (b) => -b, shift: (b) => b },
];

/** What the fitted shares must be: the event counts behind each model's printed R². */
export type EventsOf = Readonly<Record<string, number>>;

/**
 * Three ways in which the printed coefficient of one 0/1 term may have been coded, and the share of events that each
 * implies for some models, averaged over the margins of the table. Beneath what is needed, the share of the sex coded 1
 * that would make each come out right: between 0 and 1, or the coding needs another margin to be wrong.
 *
 * @param events  by model, how many have the outcome
 */
export function impliedSharesTable(published: PublishedTable, term: string, events: EventsOf): Table {
  const models = Object.keys(events);
  return plainTable({
    id: `implied-shares-${term}`, ...fromPrint(), provenance: PROVENANCE.fromPrint,
    title: { en: "Which coding gives the share who wish to stay?", zh: "哪种编码能得出愿意居留的比例？" },
    stub: { en: "coding", zh: "编码" },
    columns: [...models.map((model) => ({ en: `${model}: implied`, zh: `${model}：隐含比例` })), ...models.map((model) => ({ en: `${model}: share of the sex coded 1 needed`, zh: `${model}：所需的“1”性别占比` }))],
    rows: [
      ...CODINGS.map((coding): [Bilingual, ...{ number: number; format: { decimals: number } }[]] => [
        { en: `${coding.reading}: ${coding.en}`, zh: `${coding.reading}：${coding.zh}` },
        ...models.map((model) => ({ number: shareUnder(published, model, term, coding), format: { decimals: 3 } })),
        ...models.map((model) => ({ number: shareNeeded(published, model, term, coding, events[model]), format: { decimals: 2 } })),
      ]),
      [{ en: "from the printed R²", zh: "由原文 R² 得出" }, ...models.map((model) => ({ number: events[model] / sizeOf(published, model), format: { decimals: 3 } })), ...models.map(() => "")],
    ],
    notes: [{
      en: "Averaged over Table 1's margins, taken as independent. Assumed, not printed: an age SD of 10, half of each sex (but for the last columns), an SD of 1 for contact willingness. A share below 0 or above 1 cannot be.",
      zh: "按表1的边际分布平均，并视各变量为相互独立。以下为假定而非原文所给：年龄标准差 10，男女各半（末列除外），族际交往意愿标准差 1。小于 0 或大于 1 的占比不可能出现。",
    }],
  });
}

function shareUnder(published: PublishedTable, model: string, term: string, coding: Coding): number {
  const implied = impliedShare({ ...published, models: { ...published.models, [model]: recoded(published.models[model], term, coding) } }, model);
  if (typeof implied !== "number") throw new Error(`the spread of ${implied.join(", ")} in ${model} is not known`);
  return implied;
}

/** The implied share is straight in the share of a 0/1 margin, so two points give the place where it is as it must be. */
function shareNeeded(published: PublishedTable, model: string, term: string, coding: Coding, events: number): number {
  const at = (share: number) => shareUnder({ ...published, margins: { ...published.margins, gender: { share } } }, model, term, coding);
  const goal = events / sizeOf(published, model);
  return (goal - at(0)) / (at(1) - at(0));
}

const recoded = (model: PublishedModel, term: string, { slope, shift }: Coding): PublishedModel => {
  const printed = Number(model.rows.find((row) => row.term === term)!.coef);
  const change = (row: PublishedModel["rows"][number]) =>
    row.term === term ? { ...row, coef: String(slope(printed)) } : row.term === "const" ? { ...row, coef: String(Number(row.coef) + shift(printed)) } : row;
  return { ...model, rows: model.rows.map(change) };
};
