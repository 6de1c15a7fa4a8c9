import { CHOICE_VARIABLE } from "../../folderChoice";

/** The choice of data and readings that a notebook follows, where it is not its own folder's. */
export interface DataChoice {
  /** The absolute path of a `sojourn.json`. */
  readonly choice?: string | undefined;
}

/**
 * The environment of a kernel: the caller's, but for what would make outputs differ from machine to machine (colours,
 * language, time zone) and for a choice of data that was made for something else.
 */
export function kernelEnvironment({ choice }: DataChoice, inherited: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _f, CLICOLOR_FORCE: _c, [CHOICE_VARIABLE]: _d, ...rest } = inherited;
  return {
    ...rest,
    NO_COLOR: "1",
    NODE_DISABLE_COLORS: "1",
    TZ: "UTC",
    LC_ALL: "en_US.UTF-8",
    ...(choice === undefined ? {} : { [CHOICE_VARIABLE]: choice }),
  };
}
