// @ts-check
// A command on files that is ended early leaves nothing in the system's folder for temporary files.
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sojourn } from "./sojourn.mjs";
import { check, holds } from "./tally.mjs";

const LOOK_MS = 5;

/** Ends the command by signals, once `begun` holds of its folder. @returns how it ended, and what is left there */
async function ended(folder, args, begun, ...signals) {
  const temporary = mkdtempSync(join(folder, "temporary-"));
  const send = (child) => {
    const timer = setInterval(() => {
      if (!begun(temporary)) return;
      clearInterval(timer);
      signals.forEach((signal, i) => setTimeout(() => child.kill(signal), 300 * i));
    }, LOOK_MS);
    child.on("close", () => clearInterval(timer));
  };
  const { exit, signal, stderr } = await sojourn(args, { env: { TMPDIR: temporary }, meanwhile: send });
  return { exit, signal, stderr, left: readdirSync(temporary) };
}

const opened = (temporary) => readdirSync(temporary).some((name) => name.startsWith("sojourn-spill-"));
const held = (temporary) => readdirSync(temporary).some((name) => existsSync(join(temporary, name, "held")));

export async function checkStopped(folder) {
  const model = ["--outcome", "y", "--terms", "select", "--family", "binomial"];
  const rows = ["--from", join(folder, "odd.parquet")];
  const slow = ["fit", ...rows, "--sql", "SELECT a.* FROM data a, data b, data c, data d", ...model];
  await check("Ctrl-C while files are opened leaves no folder", async () => {
    const { exit, signal, left } = await ended(folder, ["fit", ...rows, ...model], opened, "SIGINT");
    holds((exit !== 0 || signal !== null) && left.length === 0, { exit, signal, left });
  });
  for (const signals of [["SIGINT"], ["SIGTERM"], ["SIGHUP"], ["SIGINT", "SIGINT"]]) {
    await check(`${signals.join(" and ")} while a query runs leaves no folder`, async () => {
      let since;
      const running = (temporary) => opened(temporary) && Date.now() > (since ??= Date.now()) + 3000;
      const { left, stderr } = await ended(folder, slow, running, ...signals);
      holds(left.length === 0, { left, stderr });
    });
  }
  await check("Ctrl-C while the paper's models are fitted by steps leaves no row that was kept", async () => {
    const { exit, left, stderr } = await ended(folder, ["reproduce", "--from", join(folder, "standIn.csv"), "--way", "steps"], held, "SIGINT");
    holds(exit === 130 && left.length === 0, { exit, left, stderr });
  });
}
