import { openWhole } from "../io/write";
import { type Column, csvHead, csvRows, universeColumns, type UniversesSaid } from "../multiverse/asColumns";
import type { Outcome } from "../multiverse/fitUniverses";

export interface UniversesFile {
  readonly write: (universes: readonly Outcome[], said: Pick<UniversesSaid, "places" | "adjusted">) => void;
  readonly commit: () => void;
  readonly abandon: () => void;
}

/** So many rows are held until they are written: of Parquet, a row group. */
const ROWS_HELD = 20_000;

/**
 * The table of universes, written as they are made and seen when all is done. Parquet needs its writer loaded.
 *
 * @param out  its ending tells what it is: .csv or .parquet
 */
export async function universesFile(out: string, of: Pick<UniversesSaid, "synthetic" | "decisions">): Promise<UniversesFile> {
  const { append, commit, abandon } = openWhole(out);
  const rows = out.endsWith(".parquet") ? await parquetRows(append) : csvWriter(append);
  rows.begin(universeColumns([], { ...of, places: new Map() }));
  let held: Outcome[] = [];
  let last: Parameters<UniversesFile["write"]>[1] = { places: new Map() };
  const writeHeld = (): void => {
    if (held.length > 0) rows.write(universeColumns(held, { ...of, ...last }));
    held = [];
  };
  return {
    write: (universes, said) => {
      last = said;
      for (const universe of universes) {
        held.push(universe);
        if (held.length === ROWS_HELD) writeHeld();
      }
    },
    commit: () => {
      writeHeld();
      rows.end();
      commit();
    },
    abandon,
  };
}

type Append = (data: string | Uint8Array) => void;

interface Rows {
  /** Told the columns without a row: a part may have none, and its file be read beside others. */
  readonly begin: (columns: readonly Column[]) => void;
  readonly write: (columns: readonly Column[]) => void;
  readonly end: () => void;
}

const csvWriter = (append: Append): Rows => ({ begin: (columns) => append(csvHead(columns)), write: (columns) => append(csvRows(columns)), end: () => undefined });

async function parquetRows(append: Append): Promise<Rows> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const writer = new ByteWriter();
  let parquet: InstanceType<typeof ParquetWriter>;
  const nullable = (columns: readonly Column[]) => columns.map((column) => ({ ...column, data: [...column.data], nullable: true }));
  const passOn = (): void => {
    append(writer.getBytes());
    writer.index = 0;
  };
  return {
    begin: (columns) => (parquet = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: nullable(columns) }) })),
    // Both give promises only of a writer that flushes by itself.
    write: (columns) => {
      void parquet.write({ columnData: nullable(columns), rowGroupSize: ROWS_HELD });
      passOn();
    },
    end: () => {
      void parquet.finish();
      passOn();
    },
  };
}
