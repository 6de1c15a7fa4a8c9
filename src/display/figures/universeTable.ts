import type { Bilingual } from "../../bilingual";
import { LABEL } from "../labels";
import type { Cell, Table } from "../table";
import { plainTable } from "../tables/plainTable";

/** What the records of a figure's universes share: its decisions with their options, and what the figure is of. */
export interface UniversesMeta {
  readonly universes: Bilingual;
  /** Made from the synthetic survey; absent where not. */
  readonly synthetic?: true;
  readonly decisions: readonly (Bilingual & { readonly id: string; readonly options: readonly UniverseOption[] })[];
}

interface UniverseOption extends Bilingual {
  readonly id: string;
  readonly paper: boolean;
  /** The source; not under that name, which whoever cleans a figure takes for an address. */
  readonly ground: string;
  readonly kind: Bilingual;
}

/** One universe under a point of a figure. */
export interface UniverseRecord {
  readonly id: string;
  readonly n: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly p: number;
  readonly adjustedP?: number;
  readonly stars: string;
  /** Place of its option, by decision. */
  readonly options: readonly number[];
  /** The neighbours that share its column. */
  readonly among?: { readonly from: number; readonly to: number; readonly of: number; readonly least: number; readonly most: number; readonly shareStarred: number };
}

/** A universe's own table: what came of it, and each of its choices with reason, source and kind, those that depart from the paper first. */
export function universeTable({ universes, synthetic, decisions }: UniversesMeta, record: UniverseRecord): Table {
  const chosen = decisions.map(({ options, ...decision }, d) => ({ decision, option: options[record.options[d]] }));
  const departs = chosen.filter(({ option }) => !option.paper);
  return plainTable({
    id: "universe", synthetic: synthetic ?? false,
    title: { en: `${universes.en}: ${record.id}`, zh: `${universes.zh}：${record.id}` },
    stub: { en: "decision", zh: "决定" },
    columns: [{ en: "option (* the paper's)", zh: "选项（* 论文所选）" }, { en: "why it is defensible", zh: "为何可辩护" }, { en: "source", zh: "出处" }, { en: "beside the paper's", zh: "与论文相比" }],
    rows: [...departs, ...chosen.filter(({ option }) => option.paper)].map(({ decision, option }): [Bilingual, ...Cell[]] => [
      { en: decision.en, zh: decision.zh }, { text: `${option.id}${option.paper ? " *" : ""}` }, { text: { en: option.en, zh: option.zh } }, { text: option.ground }, { text: option.paper ? PAPERS : option.kind },
    ]),
    notes: [whatCame(record), ...(departs.length === 0 ? [{ en: "It is the paper's own.", zh: "此即论文自身的设定。" }] : [{ en: `It departs from the paper in ${departs.length} of ${decisions.length} decisions.`, zh: `与论文相比，${decisions.length}项决定中改变了${departs.length}项。` }]), ...amongNote(record)],
  });
}

const PAPERS: Bilingual = { en: "the paper's", zh: "论文所选" };

function whatCame({ n, estimate, standardError, p, adjustedP, stars }: UniverseRecord): Bilingual {
  const numbers = `${estimate.toFixed(3)}${stars} (${standardError.toFixed(3)}), p = ${p.toPrecision(3)}, n = ${n}`;
  return {
    en: `${LABEL.estimate.en} ${numbers}${adjustedP === undefined ? "" : `; among all universes p = ${adjustedP.toPrecision(3)}`}.`,
    zh: `${LABEL.estimate.zh} ${numbers}${adjustedP === undefined ? "" : `；在全部设定中校正后 p = ${adjustedP.toPrecision(3)}`}。`,
  };
}

const amongNote = ({ among }: UniverseRecord): Bilingual[] => (among === undefined ? [] : [{
  en: `It stands for universes ${among.from} to ${among.to} of ${among.of}: estimates ${among.least.toFixed(3)} to ${among.most.toFixed(3)}, ${Math.round(100 * among.shareStarred)}% of them starred.`,
  zh: `它代表第${among.from}至${among.to}个设定（共${among.of}个）：系数${among.least.toFixed(3)}至${among.most.toFixed(3)}，其中${Math.round(100 * among.shareStarred)}%显著。`,
}]);
