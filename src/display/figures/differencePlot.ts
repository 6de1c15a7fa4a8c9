import type { Bilingual } from "../../bilingual";
import type { Figure } from "../figure";
import type { Words } from "../words";
import { intervalPanels } from "./intervalPanels";
import type { Provenance } from "../../provenance";

export interface DifferencePlotInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly rows: readonly Words[];
  /** For each series (a model, say), its difference in each row; null where there is none. */
  readonly series: readonly { readonly name: Words; readonly values: readonly (number | null)[] }[];
  /** In what the differences are measured. */
  readonly axis?: Bilingual;
  /** What still counts as agreement: shaded from −band to band. */
  readonly band?: number;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

/** Differences as dots about zero: refitted less printed coefficients in printed standard errors, unless `axis` says otherwise. */
export function differencePlot({ id, title, rows, series, axis = PRINTED_SE, band, synthetic, madeFrom }: DifferencePlotInput): Figure {
  return intervalPanels({
    id, title, rows, synthetic, madeFrom, axis,
    series: series.map(({ name }) => name),
    panels: [{ title: "", series: series.map(({ values }) => values.map((value) => (value === null ? undefined : { estimate: value }))) }],
    reference: 0,
    ...(band !== undefined && { band: [-band, band] as const }),
    decimals: 2,
  });
}

const PRINTED_SE: Bilingual = { en: "refitted − printed, in printed standard errors", zh: "重新估计值减原文值（以原文标准误为单位）" };
