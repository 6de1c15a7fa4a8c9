import { basename } from "node:path";

/** How someone's own extract differs from the codebook; all names of columns are the codebook's. */
export interface Mapping {
  /** The mapping file, for messages. */
  readonly file: string;
  /** Column → what the extract calls it. */
  readonly columns: ReadonlyMap<string, string>;
  /** Column → the extract's value → our code. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The survey year of every file, or of each by name. A mapped wave column wins over it. */
  readonly wave?: string | ReadonlyMap<string, string> | undefined;
  /** Values of the extract that mean "no answer", in every column but the id (`everywhere`) or in one. */
  readonly missing: { readonly everywhere: ReadonlySet<string>; readonly within: ReadonlyMap<string, ReadonlySet<string>> };
  /** What is otherwise in single files, by their names: it wins over the rest. */
  readonly files: ReadonlyMap<string, Mapping>;
}

/** The mapping as it holds for one file: what is said of the file wins over what is said of all. */
export function mappingFor(mapping: Mapping, file: string): Mapping {
  const own = mapping.files.get(file) ?? mapping.files.get(basename(file));
  if (!own) return mapping;
  const values = new Map([...mapping.values, ...[...own.values].map(([column, pairs]) => [column, new Map([...(mapping.values.get(column) ?? []), ...pairs])] as const)]);
  const within = new Map([...mapping.missing.within, ...[...own.missing.within].map(([column, codes]) => [column, new Set([...(mapping.missing.within.get(column) ?? []), ...codes])] as const)]);
  return {
    file: mapping.file, values, files: new Map(),
    columns: new Map([...mapping.columns, ...own.columns]),
    ...((own.wave ?? mapping.wave) === undefined ? {} : { wave: (own.wave ?? mapping.wave)! }),
    missing: { everywhere: new Set([...mapping.missing.everywhere, ...own.missing.everywhere]), within },
  };
}
