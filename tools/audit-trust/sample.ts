import type { Family } from "../../src/models/fit";
import type { Chance } from "./chance";

/** Rows of one group: a design with the constant first, and an outcome of 0/1 or 0 … levels − 1. */
export interface SampleRows {
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
}

/** What the rows of a simulated study have in common. */
export interface Plan {
  readonly family: Family;
  readonly levels: number;
  readonly terms: readonly string[];
  /** Answers of one question, as dummies that share a reference category. */
  readonly factor: readonly string[];
  readonly dummies: readonly string[];
  readonly numbers: readonly string[];
  readonly thresholds: readonly number[];
}

export function makePlan(chance: Chance): Plan {
  const family: Family = chance.yes(0.5) ? "binomial" : "ordered";
  const factor = Array.from({ length: chance.whole(2, 3) }, (_, j) => `source${"ABC"[j]}`);
  const dummies = Array.from({ length: chance.whole(1, 3) }, (_, j) => `yes${"ABC"[j]}`);
  const numbers = Array.from({ length: chance.whole(1, 2) }, (_, j) => `score${"AB"[j]}`);
  const levels = family === "binomial" ? 2 : chance.whole(3, 5);
  const middle = chance.between(-1, 1);
  const thresholds = Array.from({ length: levels - 1 }, (_, j) => middle + (j - (levels - 2) / 2) * chance.between(0.9, 1.5)).sort((a, b) => a - b);
  return { family, levels, terms: ["const", ...factor, ...dummies, ...numbers], factor, dummies, numbers, thresholds };
}

/** A group with slopes of its own, answers of its own frequency, and outcomes drawn from the logit they imply. */
export function drawRows(plan: Plan, n: number, chance: Chance): SampleRows {
  const slopes = plan.terms.slice(1).map(() => 0.6 * chance.normal());
  const shares = plan.dummies.map(() => chance.between(0.15, 0.85));
  const X = Array.from({ length: n }, () => drawRow(plan, shares, chance));
  return { X, y: X.map((row) => drawOutcome(plan, row.slice(1).reduce((sum, x, j) => sum + x * slopes[j], 0), chance)) };
}

function drawRow({ factor, numbers }: Plan, shares: readonly number[], chance: Chance): number[] {
  const answer = chance.whole(0, factor.length);
  return [1, ...factor.map((_, j) => Number(answer === j + 1)), ...shares.map((share) => Number(chance.yes(share))), ...numbers.map(() => chance.normal())];
}

/** P(y ≤ j) = logit⁻¹(θⱼ − xβ). */
function drawOutcome({ thresholds }: Plan, eta: number, chance: Chance): number {
  const u = chance.uniform();
  const level = thresholds.findIndex((theta) => u < 1 / (1 + Math.exp(eta - theta)));
  return level === -1 ? thresholds.length : level;
}
