// @ts-check
// Our side of the bench: answers requests, one a line on stdin, with seconds a fit. See bench/peer.mjs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const models = "../../dist/models";
const { fitBinaryLogit } = require(`${models}/binary.js`);
const { fitOrderedLogit } = require(`${models}/ordered.js`);
const { bootstrapModel } = require(`${models}/bootstrap/bootstrapModel.js`);

const file = readFileSync(process.argv[2]);
const numbers = new Float64Array(file.buffer, file.byteOffset, file.byteLength / 8);
const [n, k] = numbers;
const packed = { rows: n, columns: k, values: numbers.subarray(2, 2 + n * k) };
const y = numbers.subarray(2 + n * k);
const rows = n > 1e5 ? [] : Array.from({ length: n }, (_, i) => Array.from(packed.values.subarray(i * k, (i + 1) * k)));
const terms = ["const", ...Array.from({ length: k - 1 }, (_, j) => `x${j + 1}`)];
const levels = [0, 1, 2];

const { runMultiverse } = require("../../dist/multiverse/runMultiverse.js");
/** Each of nine columns in or out of a logit: 512 universes of the first column's effect. */
const words = { en: "bench", zh: "bench" };
/** @type {import("../../src/study/study.ts").Study} */
const study = {
  id: "bench", title: words, groups: [{ id: "all", label: words, where: {} }], terms: terms.slice(1).map((name) => ({ name, label: words })),
  models: [{ id: "M", title: words, group: "all", outcome: "y", family: "binomial", terms: terms.slice(1) }], hypotheses: [],
};
/** @returns {import("../../src/multiverse/spec.ts").Option} */
const option = (id, deed = {}) => ({ id, paper: id === "in", reason: words, source: "bench", kind: "equivalent", when: {}, ...deed });
const spec = {
  title: words, models: ["M"], terms: [terms[1]], blocks: [terms.slice(2)],
  decisions: terms.slice(2).map((name) => ({ id: name, ...words, options: [option("in"), option("out", { drops: [name] })] })),
};
const people = rows.map((row, i) => ({ id: `P${i}`, y: y[i], ...Object.fromEntries(row.map((value, j) => [terms[j], value])) }));
async function multiverse(draws, workers) {
  const { curves: [{ distinct }], tests } = await runMultiverse(spec, study, () => people, { draws, workers, seed: seed++ });
  if (distinct.length !== 512 || tests.some(({ failed }) => failed > 0)) throw new Error(`${distinct.length} universes, ${JSON.stringify(tests)}`);
}

const model = { family: "binomial", X: packed, y, terms };
let seed = 1;
const WORK = {
  fit: () => fitBinaryLogit(packed, y, terms),
  rows: () => fitBinaryLogit(rows, y, terms),
  ordered: () => fitOrderedLogit(packed, y, terms, levels),
  bootstrap: (replicates) => bootstrapModel(model, { replicates, seed: seed++ }),
  curve: () => multiverse(0, 1),
  null: (draws) => multiverse(draws, 1),
  nullWorkers: (draws) => multiverse(draws, 2),
  workers: (replicates) => bootstrapModel(model, { replicates, seed: seed++ }, 2),
};

console.log("ready", process.version);
for await (const line of createInterface({ input: process.stdin })) {
  const [what, times, size] = line.split(" ");
  const begin = process.hrtime.bigint();
  for (let time = 0; time < Number(times); time++) await WORK[what](Number(size));
  console.log(Number(process.hrtime.bigint() - begin) / 1e9 / Number(times));
}
