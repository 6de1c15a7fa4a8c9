/*
 * The sums over rows that a fit spends its time on, for WebAssembly with 128-bit SIMD: two rows at a time, 64-bit floats.
 * This is AssemblyScript; `node scripts/build-kernel.mjs` compiles it into src/models/kernel/rowsWasm.ts. What it computes is said,
 * and done plainly, in plainRows.ts there, which the tests hold it against.
 *
 * Layout: rows in blocks of BLOCK; in a block column after column (column j of a block begins at j·BLOCK).
 * Every pointer is a byte address. `rows` is a multiple of 8: rows that pad a block have weight 0 and cells 0.
 */

const BLOCK: usize = 128;
const BYTES: usize = BLOCK * 8;
/** Bytes of a column in single precision. */
const SINGLES: usize = BLOCK * 4;

function at(pointer: usize): v128 {
  return v128.load(pointer);
}

/** The next two rows of the same column. */
function following(pointer: usize): v128 {
  return v128.load(pointer, 16);
}

/** The same two rows of the next column, and of the one after. */
function nextColumn(pointer: usize): v128 {
  return v128.load(pointer, BYTES);
}

function thirdColumn(pointer: usize): v128 {
  return v128.load(pointer, 2 * BYTES);
}

function put(pointer: usize, value: v128): void {
  v128.store(pointer, value);
}

function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

function plus(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

function less(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

function both(value: f64): v128 {
  return f64x2.splat(value);
}

function lanes(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/*
 * Constants of the inner loop, read from memory: an engine that builds them anew in each pass spends more on that than
 * on the arithmetic. P and L are fdlibm's polynomials.
 */
const CONSTANTS: usize = memory.data<f64>([
  1.44269504088896338700, 6.93147180369123816490e-01, 1.90821492927058770002e-10, 4.13813679705723846039e-08, -1.65339022054652515390e-06,
  6.61375632143793436117e-05, -2.77777777770155933842e-03, 1.66666666666666019037e-01, 2.0, 1.0,
  6755399441055744.0, 0.41421356237309504880, 0.5, 3.999999999940941908e-01, 2.222219843214978396e-01,
  1.531383769920937332e-01, 6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01,
  -708.0, -0.0,
]);
const LOG2_E: usize = CONSTANTS + 0;
const LN2_HIGH: usize = CONSTANTS + 8;
const LN2_LOW: usize = CONSTANTS + 16;
const P5: usize = CONSTANTS + 24;
const P4: usize = CONSTANTS + 32;
const P3: usize = CONSTANTS + 40;
const P2: usize = CONSTANTS + 48;
const P1: usize = CONSTANTS + 56;
const TWO: usize = CONSTANTS + 64;
const ONE: usize = CONSTANTS + 72;
const SHIFTER: usize = CONSTANTS + 80;
const ROOT2_LESS_1: usize = CONSTANTS + 88;
const HALF: usize = CONSTANTS + 96;
const L2: usize = CONSTANTS + 104;
const L4: usize = CONSTANTS + 112;
const L6: usize = CONSTANTS + 120;
const L1: usize = CONSTANTS + 128;
const L3: usize = CONSTANTS + 136;
const L5: usize = CONSTANTS + 144;
const L7: usize = CONSTANTS + 152;
const LEAST: usize = CONSTANTS + 160;
const SIGN_BIT: usize = CONSTANTS + 168;

function constant(pointer: usize): v128 {
  return v128.load64_splat(pointer);
}

/** The first byte of memory that is free. */
export function firstFree(): usize {
  return __heap_base;
}

/** Adds the two halves of a sum to what is stored. */
function increase(pointer: usize, sum: v128): void {
  f64.store(pointer, f64.load(pointer) + lanes(sum));
}

/** e^x for −708 ≤ x ≤ 0, within 1 ulp. Source: fdlibm e_exp.c (Sun Microsystems, 1993), both lanes at once. */
function exp(x: v128): v128 {
  const n = f64x2.nearest(mul(x, constant(LOG2_E)));
  const high = less(x, mul(n, constant(LN2_HIGH)));
  const low = mul(n, constant(LN2_LOW));
  const r = less(high, low);
  const t = mul(r, r);
  const upper = plus(plus(constant(P3), mul(t, constant(P4))), mul(mul(t, t), constant(P5)));
  const p = plus(plus(constant(P1), mul(t, constant(P2))), mul(mul(t, t), upper));
  const c = less(r, mul(t, p));
  const fraction = f64x2.div(mul(r, c), less(constant(TWO), c));
  const power = less(constant(ONE), less(less(low, fraction), high));
  // 2^n: n goes into the exponent. Adding 1.5·2^52 leaves the whole number in the low bits.
  return i64x2.add(power, i64x2.shl(plus(n, constant(SHIFTER)), 52));
}

/** log(1 + e) for 0 ≤ e ≤ 1, within 1 ulp or so. Source: fdlibm s_log1p.c; above √2 − 1 it is log 2 + log(1 + (e − 1)/2). */
function log1p(e: v128): v128 {
  const upper = f64x2.gt(e, constant(ROOT2_LESS_1));
  const f = v128.bitselect(mul(less(e, constant(ONE)), constant(HALF)), e, upper);
  const s = f64x2.div(f, plus(constant(TWO), f));
  const z = mul(s, s);
  const w = mul(z, z);
  const even = mul(w, plus(constant(L2), mul(w, plus(constant(L4), mul(w, constant(L6))))));
  const odd = mul(z, plus(constant(L1), mul(w, plus(constant(L3), mul(w, plus(constant(L5), mul(w, constant(L7))))))));
  const half = mul(constant(HALF), mul(f, f));
  const rest = plus(mul(s, plus(half, plus(even, odd))), v128.and(constant(LN2_LOW), upper));
  return less(v128.and(constant(LN2_HIGH), upper), less(less(half, rest), f));
}

/** The sum of one number of every 64 bytes. */
function fetched(from: usize, end: usize): f64 {
  let a: f64 = 0;
  let b: f64 = 0;
  let c: f64 = 0;
  let d: f64 = 0;
  for (; from < end; from += 256) {
    a += f64.load(from);
    b += f64.load(from, 64);
    c += f64.load(from, 128);
    d += f64.load(from, 192);
  }
  return a + b + c + d;
}

/**
 * eta = start + Σⱼ βⱼxⱼ for one block. It is the first to look at a block: of many rows that comes from memory, which is
 * fastest in the order in which it lies there, and rows are looked at across columns. So each line of it is fetched first.
 */
export function predict(x: usize, k: i32, rows: i32, beta: usize, start: usize, eta: usize): void {
  const end = <usize>rows * 8;
  f64.store(eta, fetched(x, x + <usize>k * BYTES)); // so that nobody takes the fetching for idle
  for (let i: usize = 0; i < end; i += 64) {
    let e0 = at(start + i);
    let e1 = at(start + i + 16);
    let e2 = at(start + i + 32);
    let e3 = at(start + i + 48);
    let column = x + i;
    for (let j = 0; j < k; j++, column += BYTES) {
      const b = v128.load64_splat(beta + <usize>j * 8);
      e0 = plus(e0, mul(b, at(column)));
      e1 = plus(e1, mul(b, v128.load(column, 16)));
      e2 = plus(e2, mul(b, v128.load(column, 32)));
      e3 = plus(e3, mul(b, v128.load(column, 48)));
    }
    put(eta + i, e0);
    put(eta + i + 16, e1);
    put(eta + i + 32, e2);
    put(eta + i + 48, e3);
  }
}

/**
 * For one block, sign being 1 where y is 1 and −1 where it is 0: first and second derivative of log P(y) by eta;
 * returns Σ weight·log P(y). In three passes, since a processor overlaps more rows of a short chain of operations.
 */
export function logit(rows: i32, eta: usize, sign: usize, weight: usize, slope: usize, bend: usize): f64 {
  const end = <usize>rows * 8;
  for (let i: usize = 0; i < end; i += 16) put(bend + i, exp(f64x2.pmax(v128.or(at(eta + i), constant(SIGN_BIT)), constant(LEAST))));
  let logLik = both(0);
  for (let i: usize = 0; i < end; i += 16) {
    const towards = mul(at(sign + i), at(eta + i));
    logLik = plus(logLik, mul(at(weight + i), less(f64x2.pmin(towards, both(0)), log1p(at(bend + i)))));
  }
  for (let i: usize = 0; i < end; i += 16) {
    const direction = at(sign + i);
    const e = at(bend + i);
    const near1 = f64x2.div(constant(ONE), plus(constant(ONE), e));
    const near0 = mul(e, near1);
    const missed = v128.bitselect(near0, near1, f64x2.gt(mul(direction, at(eta + i)), both(0)));
    put(slope + i, mul(direction, missed));
    put(bend + i, v128.xor(mul(near0, near1), constant(SIGN_BIT)));
  }
  return lanes(logLik);
}

/**
 * The same without the probability, for who wants its derivatives alone, each times the row's weight: to `slope` and `bend`.
 */
export function pulls(rows: i32, eta: usize, sign: usize, weight: usize, slope: usize, bend: usize): void {
  const end = <usize>rows * 8;
  for (let i: usize = 0; i < end; i += 16) put(bend + i, exp(f64x2.pmax(v128.or(at(eta + i), constant(SIGN_BIT)), constant(LEAST))));
  for (let i: usize = 0; i < end; i += 16) {
    const direction = at(sign + i);
    const counted = at(weight + i);
    const e = at(bend + i);
    const near1 = f64x2.div(constant(ONE), plus(constant(ONE), e));
    const near0 = mul(e, near1);
    const missed = v128.bitselect(near0, near1, f64x2.gt(mul(direction, at(eta + i)), both(0)));
    put(slope + i, mul(counted, mul(direction, missed)));
    put(bend + i, mul(counted, v128.xor(mul(near0, near1), constant(SIGN_BIT))));
  }
}

/**
 * Whether every row that counts keeps more than half of its derivative when its predictor moves by `moved`, to first order: 1 if so.
 * A logit's second derivative is no larger than its first, so that a row that moves by less than a half does.
 */
export function keepsSlopes(rows: i32, slope: usize, bend: usize, weight: usize, moved: usize): i32 {
  const end = <usize>rows * 8;
  let kept = i64x2.splat(-1);
  for (let i: usize = 0; i < end; i += 16) {
    const was = at(slope + i);
    const by = at(moved + i);
    const near = v128.and(f64x2.lt(f64x2.abs(by), constant(HALF)), f64x2.ne(was, both(0)));
    const half = mul(constant(HALF), mul(was, was));
    const enough = f64x2.gt(mul(plus(was, mul(at(bend + i), by)), was), half);
    const uncounted = f64x2.le(at(weight + i), both(0));
    kept = v128.and(kept, v128.or(uncounted, v128.or(near, enough)));
  }
  return <i32>i64x2.all_true(kept);
}

/** to = weight·from, row by row. */
export function weigh(rows: i32, weight: usize, from: usize, to: usize): void {
  for (let i: usize = 0; i < <usize>rows * 8; i += 16) put(to + i, mul(at(weight + i), at(from + i)));
}

/** Adds Σᵢ gᵢxᵢ of one block to `sums` (length k). Two columns at a time: of one, a processor would wait for each sum before the next. */
export function addColumnSums(x: usize, k: i32, rows: i32, g: usize, sums: usize): void {
  const end = <usize>rows * 8;
  let column = x;
  let to = sums;
  for (let j = 1; j < k; j += 2, column += 2 * BYTES, to += 16) {
    let s0 = both(0);
    let s1 = both(0);
    let t0 = both(0);
    let t1 = both(0);
    for (let i: usize = 0; i < end; i += 32) {
      const g0 = at(g + i);
      const g1 = following(g + i);
      const cell = column + i;
      s0 = plus(s0, mul(g0, at(cell)));
      s1 = plus(s1, mul(g1, following(cell)));
      t0 = plus(t0, mul(g0, nextColumn(cell)));
      t1 = plus(t1, mul(g1, nextColumn(cell + 16)));
    }
    increase(to, plus(s0, s1));
    increase(to + 8, plus(t0, t1));
  }
  if (k % 2 === 1) oneByOne(column, g, end, to);
}

/** Adds Σᵢ hᵢxᵢxᵢ′ of one block to the lower triangle of `products` (k × k, row-major). `scratch`: k·BLOCK numbers. */
export function addCrossProducts(x: usize, k: i32, rows: i32, h: usize, products: usize, scratch: usize): void {
  const end = <usize>rows * 8;
  const width = <usize>k * 8;
  for (let j: usize = 0; j < <usize>k * BYTES; j += BYTES) {
    for (let i: usize = 0; i < end; i += 32) {
      put(scratch + j + i, mul(at(h + i), at(x + j + i)));
      put(scratch + j + i + 16, mul(at(h + i + 16), at(x + j + i + 16)));
    }
  }
  const whole = k - k % 3;
  for (let a = 0; a < k; a += 3) {
    const xa = x + <usize>a * BYTES;
    const row = products + <usize>a * width;
    for (let b = 0; b < a; b += 3) {
      const hb = scratch + <usize>b * BYTES;
      const to = row + <usize>b * 8;
      if (a < whole) threeByThree(xa, hb, end, to, width);
      else if (k - whole === 2) twoByThree(xa, hb, end, to, width);
      else oneByThree(xa, hb, end, to);
    }
    if (a < whole) {
      triangleOfThree(xa, scratch + <usize>a * BYTES, end, row + <usize>a * 8, width);
    } else {
      for (let last = a; last < k; last++) {
        for (let b = a; b <= last; b++) oneByOne(x + <usize>last * BYTES, scratch + <usize>b * BYTES, end, products + <usize>last * width + <usize>b * 8);
      }
    }
  }
}

function threeByThree(xa: usize, hb: usize, end: usize, to: usize, width: usize): void {
  let s00 = both(0), s01 = both(0), s02 = both(0), s10 = both(0), s11 = both(0), s12 = both(0), s20 = both(0), s21 = both(0), s22 = both(0);
  for (let i: usize = 0; i < end; i += 16) {
    const a = xa + i;
    const b = hb + i;
    const b0 = at(b);
    const b1 = nextColumn(b);
    const b2 = thirdColumn(b);
    const a0 = at(a);
    s00 = plus(s00, mul(a0, b0));
    s01 = plus(s01, mul(a0, b1));
    s02 = plus(s02, mul(a0, b2));
    const a1 = nextColumn(a);
    s10 = plus(s10, mul(a1, b0));
    s11 = plus(s11, mul(a1, b1));
    s12 = plus(s12, mul(a1, b2));
    const a2 = thirdColumn(a);
    s20 = plus(s20, mul(a2, b0));
    s21 = plus(s21, mul(a2, b1));
    s22 = plus(s22, mul(a2, b2));
  }
  increase(to, s00);
  increase(to + 8, s01);
  increase(to + 16, s02);
  increase(to + width, s10);
  increase(to + width + 8, s11);
  increase(to + width + 16, s12);
  increase(to + 2 * width, s20);
  increase(to + 2 * width + 8, s21);
  increase(to + 2 * width + 16, s22);
}

function triangleOfThree(xa: usize, hb: usize, end: usize, to: usize, width: usize): void {
  let s00 = both(0), s10 = both(0), s11 = both(0), s20 = both(0), s21 = both(0), s22 = both(0);
  for (let i: usize = 0; i < end; i += 16) {
    const a = xa + i;
    const b = hb + i;
    const b0 = at(b);
    const b1 = nextColumn(b);
    s00 = plus(s00, mul(at(a), b0));
    const a1 = nextColumn(a);
    s10 = plus(s10, mul(a1, b0));
    s11 = plus(s11, mul(a1, b1));
    const a2 = thirdColumn(a);
    s20 = plus(s20, mul(a2, b0));
    s21 = plus(s21, mul(a2, b1));
    s22 = plus(s22, mul(a2, thirdColumn(b)));
  }
  increase(to, s00);
  increase(to + width, s10);
  increase(to + width + 8, s11);
  increase(to + 2 * width, s20);
  increase(to + 2 * width + 8, s21);
  increase(to + 2 * width + 16, s22);
}

/** The last one or two columns a, which fill no group of three, against columns b. */
function oneByThree(xa: usize, hb: usize, end: usize, to: usize): void {
  let s0 = both(0), s1 = both(0), s2 = both(0), t0 = both(0), t1 = both(0), t2 = both(0);
  for (let i: usize = 0; i < end; i += 32) {
    const b = hb + i;
    const here = at(xa + i);
    s0 = plus(s0, mul(here, at(b)));
    s1 = plus(s1, mul(here, nextColumn(b)));
    s2 = plus(s2, mul(here, thirdColumn(b)));
    const next = following(xa + i);
    t0 = plus(t0, mul(next, at(b + 16)));
    t1 = plus(t1, mul(next, nextColumn(b + 16)));
    t2 = plus(t2, mul(next, thirdColumn(b + 16)));
  }
  increase(to, plus(s0, t0));
  increase(to + 8, plus(s1, t1));
  increase(to + 16, plus(s2, t2));
}

function twoByThree(xa: usize, hb: usize, end: usize, to: usize, width: usize): void {
  let s00 = both(0), s01 = both(0), s02 = both(0), s10 = both(0), s11 = both(0), s12 = both(0);
  for (let i: usize = 0; i < end; i += 16) {
    const a = xa + i;
    const b = hb + i;
    const b0 = at(b);
    const b1 = nextColumn(b);
    const b2 = thirdColumn(b);
    const a0 = at(a);
    s00 = plus(s00, mul(a0, b0));
    s01 = plus(s01, mul(a0, b1));
    s02 = plus(s02, mul(a0, b2));
    const a1 = nextColumn(a);
    s10 = plus(s10, mul(a1, b0));
    s11 = plus(s11, mul(a1, b1));
    s12 = plus(s12, mul(a1, b2));
  }
  increase(to, s00);
  increase(to + 8, s01);
  increase(to + 16, s02);
  increase(to + width, s10);
  increase(to + width + 8, s11);
  increase(to + width + 16, s12);
}

function oneByOne(xa: usize, hb: usize, end: usize, to: usize): void {
  let s0 = both(0), s1 = both(0);
  for (let i: usize = 0; i < end; i += 32) {
    s0 = plus(s0, mul(at(xa + i), at(hb + i)));
    s1 = plus(s1, mul(following(xa + i), following(hb + i)));
  }
  increase(to, plus(s0, s1));
}

/** The cells of a block in single precision; `x` and `to` hold k columns of BLOCK numbers each. */
export function toSingles(x: usize, k: i32, to: usize): void {
  const end = x + <usize>k * BYTES;
  for (; x < end; x += 16, to += 8) v128.store64_lane(to, f32x4.demote_f64x2_zero(at(x)), 0);
}

/**
 * As addCrossProducts, from cells in single precision at `x`: four rows at a time, k being a multiple of 3. `scratch`: room for as
 * many. Of the products above the diagonal some are there, some are not.
 */
export function addRoughProducts(x: usize, k: i32, rows: i32, h: usize, products: usize, scratch: usize): void {
  const end = <usize>rows * 4;
  const width = <usize>k * 8;
  for (let i: usize = 0; i < end; i += 16) {
    const low = f32x4.demote_f64x2_zero(at(h + 2 * i));
    const bend = v128.shuffle<f32>(low, f32x4.demote_f64x2_zero(following(h + 2 * i)), 0, 1, 4, 5);
    for (let j: usize = i; j < <usize>k * SINGLES; j += SINGLES) put(scratch + j, f32x4.mul(bend, at(x + j)));
  }
  for (let a = 0; a < k; a += 3) {
    for (let b = 0; b <= a; b += 3) roughSquare(x + <usize>a * SINGLES, scratch + <usize>b * SINGLES, end, products + <usize>a * width + <usize>b * 8, width);
  }
}

function roughSquare(xa: usize, hb: usize, end: usize, to: usize, width: usize): void {
  let s00 = f32x4.splat(0), s01 = s00, s02 = s00, s10 = s00, s11 = s00, s12 = s00, s20 = s00, s21 = s00, s22 = s00;
  for (let i: usize = 0; i < end; i += 16) {
    const a = xa + i;
    const b = hb + i;
    const b0 = at(b);
    const b1 = v128.load(b, SINGLES);
    const b2 = v128.load(b, 2 * SINGLES);
    const a0 = at(a);
    s00 = f32x4.add(s00, f32x4.mul(a0, b0));
    s01 = f32x4.add(s01, f32x4.mul(a0, b1));
    s02 = f32x4.add(s02, f32x4.mul(a0, b2));
    const a1 = v128.load(a, SINGLES);
    s10 = f32x4.add(s10, f32x4.mul(a1, b0));
    s11 = f32x4.add(s11, f32x4.mul(a1, b1));
    s12 = f32x4.add(s12, f32x4.mul(a1, b2));
    const a2 = v128.load(a, 2 * SINGLES);
    s20 = f32x4.add(s20, f32x4.mul(a2, b0));
    s21 = f32x4.add(s21, f32x4.mul(a2, b1));
    s22 = f32x4.add(s22, f32x4.mul(a2, b2));
  }
  increaseRoughly(to, s00);
  increaseRoughly(to + 8, s01);
  increaseRoughly(to + 16, s02);
  increaseRoughly(to + width, s10);
  increaseRoughly(to + width + 8, s11);
  increaseRoughly(to + width + 16, s12);
  increaseRoughly(to + 2 * width, s20);
  increaseRoughly(to + 2 * width + 8, s21);
  increaseRoughly(to + 2 * width + 16, s22);
}

/** Adds four partial sums in single precision to what is stored in double. */
function increaseRoughly(pointer: usize, sum: v128): void {
  const high = v128.shuffle<f64>(sum, sum, 1, 0);
  f64.store(pointer, f64.load(pointer) + lanes(plus(f64x2.promote_low_f32x4(sum), f64x2.promote_low_f32x4(high))));
}

/** From rows (k numbers each, one row after the other) to the columns of a block. */
export function columnsOf(from: usize, k: i32, rows: i32, x: usize): void {
  const width = <usize>k * 8;
  for (let j = 0; j < k; j++) {
    let cell = from + <usize>j * 8;
    const end = x + <usize>j * BYTES + <usize>rows * 8;
    for (let to = x + <usize>j * BYTES; to < end; to += 8, cell += width) f64.store(to, f64.load(cell));
  }
}

/** Adds Σ(x − shift) and Σ(x − shift)² of each column of one block; here `rows` is the true number of rows. */
export function addMoments(x: usize, k: i32, rows: i32, shift: usize, sums: usize, squares: usize): void {
  for (let j = 0; j < k; j++) {
    const place = <usize>j * 8;
    const column = x + <usize>j * BYTES;
    const from = v128.load64_splat(shift + place);
    let sum = both(0);
    let square = both(0);
    let i = 0;
    for (; i + 2 <= rows; i += 2) {
      const d = less(at(column + <usize>i * 8), from);
      sum = plus(sum, d);
      square = plus(square, mul(d, d));
    }
    let lastSum: f64 = 0;
    let lastSquare: f64 = 0;
    if (i < rows) {
      lastSum = f64.load(column + <usize>i * 8) - f64.load(shift + place);
      lastSquare = lastSum * lastSum;
    }
    f64.store(sums + place, f64.load(sums + place) + lanes(sum) + lastSum);
    f64.store(squares + place, f64.load(squares + place) + lanes(square) + lastSquare);
  }
}

/** x becomes (x − centre)·factor, column by column of one block; here `rows` is the true number of rows. */
export function centreAndScale(x: usize, k: i32, rows: i32, centre: usize, factor: usize): void {
  for (let j = 0; j < k; j++) {
    const place = <usize>j * 8;
    const column = x + <usize>j * BYTES;
    const from = v128.load64_splat(centre + place);
    const by = v128.load64_splat(factor + place);
    let i = 0;
    for (; i + 2 <= rows; i += 2) {
      const cell = column + <usize>i * 8;
      put(cell, mul(less(at(cell), from), by));
    }
    if (i < rows) {
      const cell = column + <usize>i * 8;
      f64.store(cell, (f64.load(cell) - f64.load(centre + place)) * f64.load(factor + place));
    }
  }
}
