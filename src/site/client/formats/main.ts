import * as excel from "@e965/xlsx";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";

/** What reads workbooks and Parquet, for the worker of a live page: too large to be loaded before such a file comes. */
const libraries = { xlsx: { read: excel.read, utils: excel.utils }, parquet: { parquetMetadata, parquetReadObjects, compressors } };

export type Formats = typeof libraries;

Object.assign(globalThis, { sojournFormats: libraries });
