// @ts-check
// One line a check, and a count at the end.
const counts = { passed: 0, failed: 0 };

/** A check that holds or not; `detail` says what was found. */
export function check(name, holds, detail = "") {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✔" : "✖"} ${name}${detail && `: ${detail}`}`);
}

/** A check whose own run may fail: that is a failure of the check, told by its message. */
export async function checking(name, work) {
  try {
    check(name, true, await work());
  } catch (error) {
    check(name, false, String(error.message ?? error).split("\n")[0]);
  }
}

/** The closing line, and the exit code: a run that checked nothing has failed. */
export function close() {
  if (counts.passed + counts.failed === 0) check("something was checked", false);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}
