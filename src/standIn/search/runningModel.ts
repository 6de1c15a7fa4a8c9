import type { ModelTarget } from "./targets";
import type { People } from "../people";
import { termsOf } from "./termsOf";
import type { RowSums } from "./rowSums";
import { addBinaryRow, addOrderedRow, copySums, emptySums } from "./rowSums";
import { NewtonStep } from "./newtonStep";

const NEWTON_TOLERANCE = 1e-10;
const MOST_STEPS = 60;

/** One model of the paper during the search: its sums at a reference β, kept up to date row by row. */
export class RunningModel {
  readonly k: number;
  /** The reference; the refitted estimate is `beta + newton.step`. */
  readonly beta: Float64Array;
  readonly newton: NewtonStep;
  private sums: RowSums;
  private trial: RowSums;
  private readonly x = new Float64Array(10);
  private readonly addRow: typeof addBinaryRow;

  constructor(readonly target: ModelTarget) {
    this.k = target.parameters.length;
    this.addRow = target.family === "binary" ? addBinaryRow : addOrderedRow;
    this.beta = new Float64Array(this.k);
    this.startFromPrint();
    this.newton = new NewtonStep(this.k);
    this.sums = emptySums(this.k);
    this.trial = emptySums(this.k);
  }

  holds(person: number, changchun: number): boolean {
    return person < changchun ? this.target.inChangchun : this.target.inSouth;
  }

  private startFromPrint(): void {
    this.target.parameters.forEach((p, j) => { this.beta[j] = p?.estimate ?? 0; });
    if (this.target.family === "ordered") this.beta[1] = 1; // thresholds must start in order
  }

  /** Fits the model fully and makes the estimate the new reference. False where there is none. */
  refit(people: People): boolean {
    if (this.climb(people)) return true;
    this.startFromPrint(); // a diverged reference would spoil every later fit
    return this.climb(people);
  }

  private climb(people: People): boolean {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      this.sumUp(people);
      if (!Number.isFinite(this.sums.logLik) || !this.newton.take(this.sums)) return false;
      if (this.newton.step.every((s) => Math.abs(s) < NEWTON_TOLERANCE)) return true;
      const shorten = Math.min(1, 2 / Math.max(...this.newton.step.map(Math.abs)));
      for (let j = 0; j < this.k; j++) this.beta[j] += shorten * this.newton.step[j];
    }
    return false;
  }

  private sumUp(people: People): void {
    this.sums = emptySums(this.k);
    for (let i = 0; i < people.n; i++) {
      if (this.holds(i, people.changchun)) this.add(this.sums, people, i, 1);
    }
  }

  private add(sums: RowSums, people: People, i: number, times: number): void {
    termsOf(people, i, this.x);
    this.addRow(sums, this.beta, this.x, this.target.level(people.outcome[i]), times);
  }

  /** Call before people change, then `put` the same rows after they did, then `tryStep`. */
  take(people: People, rows: readonly number[]): void {
    copySums(this.sums, this.trial);
    for (const i of rows) if (this.holds(i, people.changchun)) this.add(this.trial, people, i, -1);
  }

  put(people: People, rows: readonly number[]): void {
    for (const i of rows) if (this.holds(i, people.changchun)) this.add(this.trial, people, i, 1);
  }

  tryStep(): boolean {
    return this.newton.take(this.trial);
  }

  accept(): void {
    [this.sums, this.trial] = [this.trial, this.sums];
  }
}
