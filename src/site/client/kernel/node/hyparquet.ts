import { formats } from "../formats";
import type { Formats } from "../../formats/main";

/** hyparquet and its codecs, of which the package uses these when a Parquet file comes. */
export const parquetReadObjects: Formats["parquet"]["parquetReadObjects"] = (options) => formats().parquet.parquetReadObjects(options);
export const parquetMetadata: Formats["parquet"]["parquetMetadata"] = (...given) => formats().parquet.parquetMetadata(...given);
export const compressors = new Proxy<Formats["parquet"]["compressors"]>({}, { get: (_, name): unknown => Reflect.get(formats().parquet.compressors, name) });
