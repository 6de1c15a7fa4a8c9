import type { Bilingual } from "../../bilingual";

/**
 * The printed numbers whose way back to a question the site shows, in printed order.
 * Plain data, so that the site need not know the study.
 */
export interface SiteTraces {
  /** In the order in which the paper prints them. */
  readonly models: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly cells: readonly CellTrace[];
}

export interface CellTrace {
  readonly model: string;
  readonly term: string;
  readonly label: Bilingual;
  /** Made from the synthetic survey. */
  readonly synthetic: boolean;
  readonly questions: readonly TracedQuestion[];
  /** Null for the constant, which no question gives. */
  readonly rule: { readonly file: string; readonly line: number; readonly reading: string } | null;
  /** The values of the design column, each with how many people have it. */
  readonly coded: readonly { readonly value: string; readonly count: number }[];
  readonly printed: { readonly coef: string; readonly se: string; readonly stars: string };
  readonly refitted: { readonly estimate: number; readonly standardError: number; readonly z: number; readonly p: number; readonly stars: string };
  readonly said: readonly ({ readonly id: string; readonly section: string } & Bilingual)[];
}

export interface TracedQuestion extends Bilingual {
  readonly column: string;
  readonly answers: readonly (Bilingual & { readonly code: string; readonly count: number })[];
}

/** The name of the page of all traces. */
export const TRACE_PAGE = "trace";

/** `M4.supportUnit`: its anchor, and how `sojourn trace` calls it. */
export const traceId = ({ model, term }: Pick<CellTrace, "model" | "term">): string => `${model}.${term}`;
