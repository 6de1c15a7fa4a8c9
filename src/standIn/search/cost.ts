import type { RunningModel } from "./runningModel";
import type { ParameterTarget } from "./targets";

/** How near is near enough: inside these the cost is zero. */
export interface Tolerances {
  /** Of an estimate, in printed standard errors. */
  readonly estimate: number;
  /** Of a standard error, as a share of the printed one. */
  readonly standardError: number;
  /** Of age², its estimate and standard error, in halves of a printed unit. */
  readonly halfUnits: number;
  /** Of |z| beyond the cut-offs between which the printed star lies. */
  readonly starMargin: number;
  /** Of the log-likelihood. */
  readonly logLik: number;
  /** Of Nagelkerke's R². */
  readonly nagelkerke: number;
}

/**
 * Standard errors weigh more: one swap moves an estimate by many printed units and a standard error by few,
 * so that with equal weights the standard errors would freeze where they are.
 */
const WEIGHT = { estimate: 2, standardError: 25, halfUnit: 1, star: 20, logLik: 0.3, nagelkerke: 3000 } as const;

const excess = (deviation: number, tolerance: number): number => Math.max(0, Math.abs(deviation) - tolerance) ** 2;

/** Sum of squared excesses of one model, read from its last Newton step. */
export function modelCost(model: RunningModel, tolerances: Tolerances, logLikNull: number): number {
  const { beta, newton, target } = model;
  let cost = 0;
  for (let j = 0; j < model.k; j++) {
    const wanted = target.parameters[j];
    if (wanted !== undefined) cost += parameterCost(wanted, beta[j] + newton.step[j], newton.standardErrors[j], tolerances);
  }
  if (target.logLik !== undefined) cost += WEIGHT.logLik * excess(newton.logLik - target.logLik, tolerances.logLik);
  else if (target.nagelkerke !== undefined) {
    cost += WEIGHT.nagelkerke * excess(nagelkerke(newton.logLik, logLikNull, target.n) - target.nagelkerke, tolerances.nagelkerke);
  }
  return cost;
}

function parameterCost(wanted: ParameterTarget, estimate: number, standardError: number, tolerances: Tolerances): number {
  if (wanted.within !== undefined) return WEIGHT.estimate * excess((estimate - wanted.estimate) / wanted.standardError, wanted.within);
  let cost = 0;
  if (wanted.halfUnit) {
    cost += WEIGHT.halfUnit * excess((estimate - wanted.estimate) / wanted.halfUnit.estimate, tolerances.halfUnits);
    cost += WEIGHT.halfUnit * excess((standardError - wanted.standardError) / wanted.halfUnit.standardError, tolerances.halfUnits);
  } else {
    cost += WEIGHT.estimate * excess((estimate - wanted.estimate) / wanted.standardError, tolerances.estimate);
    cost += WEIGHT.standardError * excess(standardError / wanted.standardError - 1, tolerances.standardError);
  }
  return cost + WEIGHT.star * starExcess(wanted, estimate / standardError, tolerances.starMargin);
}

/** Squared distance of z from the range that earns the printed star, kept `margin` inside it. */
function starExcess({ z: [low, high], sign }: ParameterTarget, z: number, margin: number): number {
  const signed = sign === 1 ? z : -z;
  const from = low > 0 ? low + margin : -high + margin;
  return Math.max(0, from - signed, signed - high + margin) ** 2;
}

export function nagelkerke(logLik: number, logLikNull: number, n: number): number {
  return (1 - Math.exp((2 * (logLikNull - logLik)) / n)) / (1 - Math.exp((2 * logLikNull) / n));
}
