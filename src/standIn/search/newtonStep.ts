import type { RowSums } from "./rowSums";

/** What one Newton step from the sums gives: β̂ ≈ β + H⁻¹s, SE ≈ √diag H⁻¹, logLik ≈ logLik(β) + s′H⁻¹s/2. */
export class NewtonStep {
  readonly step: Float64Array;
  readonly standardErrors: Float64Array;
  logLik = 0;
  private readonly factor: Float64Array;
  private readonly inverse: Float64Array;
  private readonly half: Float64Array;

  constructor(private readonly k: number) {
    this.step = new Float64Array(k);
    this.standardErrors = new Float64Array(k);
    this.factor = new Float64Array(k * k);
    this.inverse = new Float64Array(k * k);
    this.half = new Float64Array(k);
  }

  /** False where the information is not positive definite (a column without variation, a separated outcome). */
  take({ score, information, logLik }: RowSums): boolean {
    const { k, factor: L, inverse: M, half, step, standardErrors } = this;
    if (!cholesky(information, L, k)) return false;
    invertLower(L, M, k);
    let gain = 0;
    for (let i = 0; i < k; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += M[i * k + j] * score[j];
      half[i] = sum;
      gain += sum * sum;
    }
    for (let j = 0; j < k; j++) {
      let sum = 0, variance = 0;
      for (let i = j; i < k; i++) {
        const m = M[i * k + j];
        sum += m * half[i];
        variance += m * m;
      }
      step[j] = sum;
      standardErrors[j] = Math.sqrt(variance);
    }
    this.logLik = logLik + gain / 2;
    return true;
  }
}

function cholesky(A: Float64Array, L: Float64Array, k: number): boolean {
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i * k + j];
      for (let l = 0; l < j; l++) sum -= L[i * k + l] * L[j * k + l];
      if (i === j) {
        if (!(sum > 1e-9)) return false;
        L[i * k + i] = Math.sqrt(sum);
      } else L[i * k + j] = sum / L[j * k + j];
    }
  }
  return true;
}

function invertLower(L: Float64Array, M: Float64Array, k: number): void {
  for (let j = 0; j < k; j++) {
    M[j * k + j] = 1 / L[j * k + j];
    for (let i = j + 1; i < k; i++) {
      let sum = 0;
      for (let l = j; l < i; l++) sum -= L[i * k + l] * M[l * k + j];
      M[i * k + j] = sum / L[i * k + i];
    }
  }
}
