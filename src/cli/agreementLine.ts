import { line } from "./language";

interface Share {
  readonly met: number;
  readonly of: number;
}

/** How many of the printed numbers and stars come out; `rest` tells of those that do not. */
export const agreementLine = ({ numbers, stars }: { readonly numbers: Share; readonly stars: Share }, rest = ""): string => line({
  zh: `与原文一致：${numbers.met} / ${numbers.of} 个数字${rest && `（${rest}）`}；${stars.met} / ${stars.of} 个系数的星号`,
  en: `as printed: ${numbers.met} / ${numbers.of} numbers${rest && ` (${rest})`}; ${stars.met} / ${stars.of} coefficients' stars`,
});
