import { describe, expect, it } from "vitest";
import { afterStep, carriedBack, type Likelihood, type Maximum, maximise, sureMaximum } from "../../src/models/newton";

/** A likelihood by its value, score and information, with the places where it was asked. */
function likelihood(size: number, of: (x: Float64Array) => { value: number; score: readonly number[]; information: readonly number[] }, more: Partial<Likelihood> = {}): Likelihood & { places: number[][] } {
  const places: number[][] = [];
  return {
    size, unit: 1, places, provesOverlap: () => true, ...more,
    evaluate(at, score, information) {
      places.push([...at]);
      const { value, score: s, information: i } = of(at);
      score.set(s);
      information.set(i);
      return value;
    },
  };
}
/** −log(1 + x²): concave between −1 and 1 alone. Score −2x/(1 + x²), information 2(1 − x²)/(1 + x²)². */
const cauchy = (bends: boolean) => likelihood(1, ([x]) => ({ value: -Math.log1p(x * x), score: [(-2 * x) / (1 + x * x)], information: [(2 * (1 - x * x)) / (1 + x * x) ** 2] }), bends ? { link: { bendsUpwards: true } } : {});
/** −x²/2 − 2y² + 3x: at its top x = 3, y = 0, after one step. */
const bowl = (more: Partial<Likelihood> = {}) => likelihood(2, ([x, y]) => ({ value: 3 * x - x * x / 2 - 2 * y * y, score: [3 - x, -4 * y], information: [1, 0, 0, 4] }), more);

describe("Newton's ascent", () => {
  it("reaches the top of a bowl in one step, with its likelihood, information and next step", () => {
    const found = maximise(bowl(), Float64Array.of(0, 1), () => true)!;
    expect([[...found.parameters], found.logLik, found.iterations, [...found.nextStep].map(Math.abs)]).toEqual([[3, 0], 4.5, 1, [0, 0]]);
    expect([...found.factored].filter((_, i) => i % 3 === 0)).toEqual([1, 2]); // Cholesky of diag(1, 4)
    expect([[...afterStep(found)], found.share]).toEqual([[3, 0], 1]);
  });

  it("halves a step that goes down", () => {
    // From 0.9, x − step is −8.6: lower; half of it −3.8, a quarter −1.46, an eighth −0.28.
    const one = cauchy(true);
    const found = maximise(one, Float64Array.of(0.9), () => true)!;
    const step = (-2 * 0.9 / 1.81) / ((2 * (1 - 0.81)) / 1.81 ** 2);
    expect(one.places.slice(1, 5).map(([x]) => x)).toEqual([1, 2, 4, 8].map((part) => expect.closeTo(0.9 + step / part, 10)));
    expect(found.parameters[0]).toBeCloseTo(0, 10);
  });

  it("where the likelihood bends upwards, adds the least share of the largest curvature that makes a step go up", () => {
    // At 2 the information is −6/25 = −0.24; shares of 0.001·4^k of it: at 1.024 the sum is 0.00576, and the score is −0.8.
    const one = cauchy(true);
    const found = maximise(one, Float64Array.of(2), () => true)!;
    expect(one.places[1][0]).toBeCloseTo(2 - 0.8 / 0.00576, 6);
    expect([found.parameters[0], found.logLik]).toEqual([expect.closeTo(0, 10), expect.closeTo(0, 10)]);
    expect(maximise(cauchy(false), Float64Array.of(2), () => true)).toBeUndefined(); // no step is taken where nobody said that it bends
  });

  it("the largest curvature counts, of whatever sign, and is added to every one", () => {
    const one = likelihood(2, ([x, y]) => (x === 0 && y === 0 ? { value: 0, score: [4.004, 0.003], information: [4, 0, 0, -0.001] } : { value: 1, score: [0, 0], information: [1, 0, 0, 1] }), { link: { bendsUpwards: true } });
    expect([...maximise(one, Float64Array.of(0, 0), () => true)!.parameters]).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)]); // 4 + 0.004, −0.001 + 0.004
    const other = likelihood(2, ([x, y]) => (x === 0 && y === 0 ? { value: 0, score: [0.003, 4.096], information: [-1, 0, 0, 3] } : { value: 1, score: [0, 0], information: [1, 0, 0, 1] }), { link: { bendsUpwards: true } });
    // 0.001, 0.004, …, 0.256, 1.024 of 3: with 3.072 the first is 2.072.
    expect([...maximise(other, Float64Array.of(0, 0), () => true)!.parameters]).toEqual([expect.closeTo(0.003 / 2.072, 10), expect.closeTo(4.096 / 6.072, 10)]);
    const flat = likelihood(1, () => ({ value: 0, score: [1], information: [0] }), { link: { bendsUpwards: true } });
    expect([maximise(flat, Float64Array.of(0), () => true), flat.places]).toEqual([undefined, [[0]]]); // nothing can be added to, and no step is made
  });

  it("asks once whether there is a maximum, when it arrives or after eight steps, unless that is proved", () => {
    let asked = 0;
    const ask = (answer: boolean) => () => (asked++, answer);
    expect(maximise(bowl(), Float64Array.of(0, 1), ask(false))).toBeDefined();
    expect(asked).toBe(0);
    expect(maximise(bowl({ provesOverlap: () => false }), Float64Array.of(0, 1), ask(true))).toBeDefined();
    expect(asked).toBe(1);
    expect(maximise(bowl({ provesOverlap: () => false }), Float64Array.of(0, 1), ask(false))).toBeUndefined();
    expect(asked).toBe(2);
    // log of a logistic: it rises for ever, a step of 1 or more each time.
    const endless = likelihood(1, ([x]) => { const p = 1 / (1 + Math.exp(-x)); return { value: Math.log(p), score: [1 - p], information: [p * (1 - p)] }; }, { provesOverlap: () => false });
    expect(maximise(endless, Float64Array.of(0), ask(false))).toBeUndefined();
    expect([asked, endless.places.length]).toEqual([3, 9]);
    // −x⁴: each step is a third of the way, some thirty of them.
    const slow = likelihood(1, ([x]) => ({ value: -(x ** 4), score: [-4 * x ** 3], information: [12 * x * x] }), { provesOverlap: () => false });
    expect(maximise(slow, Float64Array.of(1), ask(true))!.parameters[0]).toBeLessThan(1e-4);
    expect([asked, slow.places.length > 20]).toEqual([4, true]);
  });

  it("looks at columns whose information is nearly singular, and at nothing else", () => {
    let looked = 0;
    const look = (giveUp: boolean) => () => (looked++, giveUp);
    const near = (share: number) => likelihood(2, ([x, y]) => ({ value: -(x * x + y * y) / 2, score: [-x, -y], information: [1, 0, Math.sqrt(1 - share), 1] }));
    maximise(bowl(), Float64Array.of(0, 1), () => true, look(true));
    maximise(near(2e-4), Float64Array.of(0, 0), () => true, look(true));
    expect(looked).toBe(0);
    expect(maximise(near(0.5e-4), Float64Array.of(0, 0), () => true, look(true))).toBeUndefined();
    expect(looked).toBe(1);
    expect(maximise(near(0.5e-4), Float64Array.of(0, 0), () => true, look(false))).toBeDefined();
    expect([sureMaximum(bowl(), Float64Array.of(0, 1), 1e-10)?.logLik, sureMaximum(near(0.5e-4), Float64Array.of(0, 0), 1e-10), sureMaximum(bowl({ provesOverlap: () => false }), Float64Array.of(0, 1), 1e-10)]).toEqual([4.5, undefined, undefined]);
  });

  it("is sure of nothing where the columns are nearly dependent at the start alone", () => {
    const one = likelihood(2, ([x, y]) => ({ value: -(x * x + y * y) / 2, score: [-x, -y], information: [1, 0, x === 1 ? Math.sqrt(1 - 0.5e-4) : 0, 1] }));
    expect([sureMaximum(one, Float64Array.of(1, 0), 1e-10), one.places.length]).toEqual([undefined, 1]);
    expect([...afterStep({ parameters: Float64Array.of(1, 2), nextStep: Float64Array.of(0.5, -1) } as Maximum)]).toEqual([1.5, 1]);
  });

  it("ends where the start gives an outcome no probability", () => expect(maximise(likelihood(1, () => ({ value: -Infinity, score: [0], information: [1] })), Float64Array.of(0), () => true)).toBeUndefined());

  it("how near is near enough is told in standard errors, whatever the weights", () => {
    // The step to the top of −w·x²/2 is x, its length in standard errors x·√w, divided by √unit.
    const of = (w: number, x: number) => maximise(likelihood(1, ([at]) => ({ value: -w * at * at / 2, score: [-w * at], information: [w] }), { unit: w }), Float64Array.of(x), () => true, undefined, 0.01)!.iterations;
    expect([of(1, 0.0099), of(1, 0.0101), of(1e6, 0.0099), of(1e6, 0.0101), of(1, 0.01)]).toEqual([0, 1, 0, 1, 0]);
  });

  it("ends after a hundred steps, or forty halvings of one", () => {
    const endless = likelihood(1, ([x]) => ({ value: x, score: [1], information: [1] }));
    expect([maximise(endless, Float64Array.of(0), () => true), endless.places.length, endless.places.at(-1)]).toEqual([undefined, 101, [100]]);
    const peak = likelihood(1, ([x]) => ({ value: x === 0 ? 0 : -1, score: [1], information: [1] }));
    expect([maximise(peak, Float64Array.of(0), () => true), peak.places.length, peak.places.at(-1)]).toEqual([undefined, 41, [2 ** -39]]);
  });

  it("lets a step lose what rounding takes, by the size of the likelihood and of the weights", () => {
    // Down by `loss` at the first step, which arrives: what is tolerated is 1e-12·(unit + |log-likelihood|).
    const reached = (from: number, unit: number, loss: number) => {
      const one = likelihood(1, ([x]) => ({ value: x === 0 ? from : from - loss, score: [x === 0 ? 1 : 0], information: [1] }), { unit });
      return maximise(one, Float64Array.of(0), () => true)?.parameters[0] === 1;
    };
    expect([reached(-1000, 1, 0.9e-9), reached(-1000, 1, 1.2e-9), reached(0, 1000, 0.9e-9), reached(0, 1000, 1.2e-9), reached(1000, 1, 0.9e-9)]).toEqual([true, false, true, false, true]);
    expect(reached(0, 1, 1e-12)).toBe(true); // just so much
  });

  it("arrives where steps of rounding's length stop shrinking fourfold", () => {
    const steps = (lengths: readonly number[]) => {
      let asked = 0;
      return maximise(likelihood(1, () => ({ value: 0, score: [lengths[Math.min(asked++, lengths.length - 1)]], information: [1] })), Float64Array.of(0), () => true)?.iterations;
    };
    expect([steps([0.99e-10]), steps([1.01e-10, 0]), steps([5e-9]), steps([5e-9, 1.2e-9]), steps([5e-9, 1.3e-9]), steps([5e-9, 1e-9, 0.3e-9])]).toEqual([0, 1, 1, 2, 1, 2]);
    expect([steps([2e-8]), steps([2e-8, 1.1e-8, 0.9e-8])]).toEqual([undefined, 2]);
    expect([steps([1e-8]), steps([2 ** -27, 2 ** -29, 0])]).toEqual([1, 2]); // at either limit
  });

  it("hands over the step and its length, counts steps made before, and asks at its end what nobody asked", () => {
    const told: unknown[] = [];
    const one = likelihood(1, ([x]) => ({ value: -x * x / 2, score: [-x], information: [1] }), { unit: 4, provesOverlap: (step, length) => (told.push([step[0], length]), false) });
    let asked = 0;
    expect(maximise(one, Float64Array.of(3), () => (asked++, true), undefined, undefined, 7)!.iterations).toBe(8);
    expect([told, asked]).toEqual([[[-3, 3], [expect.closeTo(0, 10), 0]], 1]);
    const nowhere = likelihood(1, () => ({ value: -Infinity, score: [0], information: [1] }), { provesOverlap: () => false });
    expect([maximise(nowhere, Float64Array.of(0), () => (asked++, true)), asked]).toEqual([undefined, 2]);
    expect([maximise(likelihood(1, () => ({ value: 0, score: [0], information: [-1] })), Float64Array.of(0), () => true, () => (asked++, true)), asked]).toEqual([undefined, 3]);
  });

  it("has a root of the covariance and the share that is each column's own, when they are asked for", () => {
    // Information (4 2; 2 3), so covariance (3 −2; −2 4)/8; of the second column 1 − 4/(4·3) is its own.
    const found = maximise(likelihood(2, ([x, y]) => ({ value: -(4 * x * x + 4 * x * y + 3 * y * y) / 2, score: [-4 * x - 2 * y, -2 * x - 3 * y], information: [4, 0, 2, 3] })), Float64Array.of(1, 1), () => true)!;
    const [a, b, c, d] = found.root;
    expect([a * a + b * b, a * c + b * d, c * c + d * d].map((value) => value * 8)).toEqual([3, -2, 4].map((value) => expect.closeTo(value, 10) as number));
    expect(found.share).toBeCloseTo(2 / 3, 12);
    const carried = carriedBack(found, undefined, () => found.root);
    expect([carried.share, carried.logLik, [...carried.score], [...carried.nextStep]]).toEqual([found.share, found.logLik, [...found.score], [...found.nextStep]]);
  });

  it("is carried back to other parameters by their linear function", () => {
    const found = maximise(bowl(), Float64Array.of(0, 1), () => true)!;
    const back = carriedBack(found, (v) => Float64Array.of(v[0] + v[1], 2 * v[1]), () => Float64Array.of(1, 2, 3, 4));
    expect([[...back.parameters], back.logLik, back.iterations, [...back.root]]).toEqual([[3, 0], 4.5, 1, [4, 6, 6, 8]]); // columns (1, 3) and (2, 4)
    expect([...carriedBack(found, undefined, () => Float64Array.of(1, 2, 3, 4)).root]).toEqual([1, 2, 3, 4]);
  });
});
