import type { CellTrace, SiteTraces } from "../site/trace/traces";
import { RefusedModel } from "../models/refusedModel";
import type { Claim } from "../published/claims";
import type { PublishedTable } from "../published/publishedTable";
import type { Study } from "../study/study";
import { codedValues, type Trace } from "../study/trace";

/**
 * The traces of all printed coefficients, for the site; those of a model that these data refuse are left out.
 *
 * @param study    under the readings in force
 * @param traceOf  a cell (MODEL.TERM) followed back to its questions
 */
export function siteTraces({ models: titles, terms }: Study, published: PublishedTable, claims: readonly Claim[], traceOf: (cell: string) => Trace): SiteTraces {
  const cells = Object.entries(published.models).flatMap(([model, { rows }]) => rows.flatMap((row) => {
    const traced = attempted(() => traceOf(`${model}.${row.term}`));
    const name = terms.find((term) => term.name === row.term)?.label ?? { en: row.en ?? row.term, zh: row.label ?? row.term };
    return traced ? [{ ...asCell(traced, claims), label: name }] : [];
  }));
  return {
    models: Object.keys(published.models).filter((id) => cells.some(({ model }) => model === id))
      .map((id) => ({ id, label: titles.find((model) => model.id === id)?.title ?? { en: id, zh: id } })),
    cells,
  };
}

function attempted(work: () => Trace): Trace | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedModel) return undefined;
    throw error;
  }
}

const asCell = ({ model, term, synthetic, questions, rule, coded, printed, refitted, claims: ids }: Trace, claims: readonly Claim[]): Omit<CellTrace, "label"> => ({
  model, term, synthetic, questions, rule, refitted, printed: printed!, // a cell of the printed table
  coded: codedValues({ coded }).map(({ value, count }) => ({ value: shortened(value), count })),
  said: claims.filter(({ id }) => ids.includes(id)).map(({ id, section, en, zh }) => ({ id, section, en, zh })),
});

/** Whole numbers as they are, a mean of three items to two places. */
const shortened = (value: string): string => (/^-?\d+(\.\d{1,2})?$/.test(value) ? value : Number(value).toFixed(2));
