// @ts-check
// One line a check, and a count at the end.
const counts = { passed: 0, failed: 0 };

export function check(name, holds, detail = "") {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✔" : "✖"} ${name}${detail && `: ${detail}`}`);
}

/** The closing line, and the exit code: a run that checked nothing has failed. */
export function close() {
  if (counts.passed + counts.failed === 0) check("something was checked", false);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
