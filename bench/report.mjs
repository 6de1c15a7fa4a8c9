// @ts-check
// The bench's page.

/** In place of a value: who is compared cannot do it. */
export const CANNOT = Symbol("cannot");

/** Each value beside our first: how many times ours goes into it. */
export const ratioOf = (rows) => rows.map((row) => ({ ...row, ratio: typeof row.value === "number" && row.value > 0 ? row.value / rows[0].value : undefined }));

const shown = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3));

const cells = ({ name, value, ratio }, unit) => {
  if (value === undefined) return `| ${name} | not installed | |`;
  if (value === CANNOT) return `| ${name} | cannot do it (${WHY}) | |`;
  if (value === null) return `| ${name} | not measured on this system | |`;
  return `| ${name} | ${shown(value)} ${unit} | ${ratio.toFixed(2)} |`;
};

/** Tried with specification_curve 0.3.9 and RobustiPy 1.0.4. */
const WHY = "of logits its null is a KeyError, or all NaN";

export const asMarkdown = ({ date, machine, comparisons, seconds }) => `# Benchmarks

Written by \`npm run bench -- --write\` on ${date}: ${machine.join(", ")}. The run took ${seconds} s.

Medians of rounds in which everybody took turns, warm, on the same data in the layout each likes best; starting up and
reading the data are timed for nobody. The last column is the value over that of Sojourn's first row: above 1 we are
ahead, below 1 we are behind.

What each does. Sojourn: checks the data, refuses what has no estimate, standardises, fits, and returns the full table of
estimates with its certificate; one core unless said. C++: Newton's method by hand for this processor
(\`bench/peers/newton.cpp\`), no checks. R and statsmodels: estimates and covariance; \`glm.fit\`, not \`glm\`, so without
formula and data frame; its bootstrap begins at the estimates of all rows, as ours and the C++ do; ours alone ends with BCa intervals, for which it refits the sample
less each of some 390 groups of rows besides. Specification curves: ours is the whole command, with digests of likelihoods,
shares of variance and influence; the packages are asked for as little as it takes (\`bench/peers/multiverse.py\`: one bootstrap
draw and two folds, no plot). What takes draws is run once.

${comparisons.map(({ title, unit, rows }) => `## ${title}\n\n| | median | over ours |\n|---|---|---|\n${rows.map((row) => cells(row, unit)).join("\n")}`).join("\n\n")}
`;
