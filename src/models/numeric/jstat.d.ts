/** The part of jStat that is used here (it comes without types). */
declare module "jstat" {
  export const jStat: {
    readonly normal: { inv(p: number, mean: number, sd: number): number };
    readonly chisquare: { inv(p: number, df: number): number };
  };
}
