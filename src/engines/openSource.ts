import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { CsvOptions } from "../io/csvOptions";
import { openFiles } from "./duckdb";
import type { Engine } from "./engine";
import { openPostgres } from "./postgres";
import { selectOnly } from "./selectOnly";
import { type Asked, sourceOf } from "./source";
import { openTrino } from "./trino";

/**
 * Opens what `--from` names, for reading only.
 *
 * @throws {BadInput} a statement that is no SELECT, before anything is opened; a source that cannot be read; a driver not installed
 */
export async function openSource({ from, table, sql }: Asked, format: CsvOptions = {}): Promise<Engine> {
  const source = sourceOf(from);
  const statement = sql === undefined ? undefined : selectOnly(sql);
  if (source.kind === "files") return openFiles(source.pattern, { ...format, table, sql: statement });
  const ofFiles = Object.entries({ "--separator": format.separator, "--encoding": format.encoding, "--sheet": format.sheet }).find(([, value]) => value !== undefined)?.[0];
  if (ofFiles !== undefined) throw new BadInput({ file: ofFiles }, "it is of files, and a server has none", said`--from without ${ofFiles}`);
  return source.kind === "postgres" ? openPostgres(from, source, table, statement) : openTrino(from, source, table, statement);
}
