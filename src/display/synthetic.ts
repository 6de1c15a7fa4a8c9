import type { Bilingual } from "../bilingual";
import { asLine } from "./words";

/**
 * What stands on every table, figure and export made from the synthetic survey, whatever its format,
 * so that no number of it can be taken away without the warning.
 */
export const SYNTHETIC_BANNER: Bilingual = {
  en: "Synthetic stand-in: no evidence about anybody",
  zh: "合成替代数据：不能作为实证依据",
};

/** Both languages on one line, as exports and pictures show it. */
export const SYNTHETIC_LINE = asLine(SYNTHETIC_BANNER);
