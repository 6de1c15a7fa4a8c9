/** Which data a notebook is to use; nothing means the committed stand-in. Paths are absolute. */
export interface DataChoice {
  readonly data?: readonly string[];
  readonly mapping?: string;
}

/** Read by the package in a cell: a JSON list of absolute paths, and an absolute path. */
export const DATA_VARIABLE = "SOJOURN_DATA";
export const MAPPING_VARIABLE = "SOJOURN_MAPPING";

/**
 * The environment of a kernel: the caller's, but for what would make outputs differ from machine to machine (colours,
 * language, time zone) and for a choice of data that was made for something else.
 */
export function kernelEnvironment({ data, mapping }: DataChoice, inherited: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _f, CLICOLOR_FORCE: _c, [DATA_VARIABLE]: _d, [MAPPING_VARIABLE]: _m, ...rest } = inherited;
  return {
    ...rest,
    NO_COLOR: "1",
    NODE_DISABLE_COLORS: "1",
    TZ: "UTC",
    LC_ALL: "en_US.UTF-8",
    ...(data?.length ? { [DATA_VARIABLE]: JSON.stringify(data) } : {}),
    ...(mapping ? { [MAPPING_VARIABLE]: mapping } : {}),
  };
}
