// @ts-check
// A script that npm started ends when npm is gone, killed with -9 say: nobody could stop it any more.

const EVERY_MS = 500;

/** Calls `stop` once when the parent is another than at the start. A script started by hand may outlive its shell. */
export function endWithNpm(stop) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined && process.env.SOJOURN_PARENT !== String(parent)) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, EVERY_MS);
  watch.unref();
}
