/** A share in whole percent. All but none and all of them are never rounded to none or all. */
export const wholePercent = (share: number): string => `${share >= 0.995 && share < 1 ? "> 99" : share > 0 && share < 0.005 ? "< 1" : Math.round(100 * share)}%`;
