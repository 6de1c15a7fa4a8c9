import { noted } from "../../faults/noted";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../projectFolder";
import { absent, type Finding, there } from "./finding";

const R_PACKAGES = ["MASS", "ordinal", "sandwich", "VGAM", "brglm2", "car", "carData", "lmtest", "emmeans", "effects", "pROC", "jsonlite"];

/** R with the packages that make the fixtures anew; the tests themselves read the committed ones. */
export function rFinding(): Finding {
  const what = noted`R, to make the fixtures anew`;
  const code = `p <- c(${R_PACKAGES.map((name) => `"${name}"`).join(",")}); cat(as.character(getRversion()), p[!p %in% rownames(installed.packages())])`;
  const asked = spawnSync("Rscript", ["-e", code], { encoding: "utf8" });
  if (asked.status !== 0) return absent(what, noted`not found`, noted`Debian: apt install r-base-core, and the packages that .ci/run names`);
  const [version, ...lacking] = asked.stdout.trim().split(/\s+/);
  return lacking.length === 0 ? there(what, version) : absent(what, noted`${version}, without ${lacking.join(", ")}`, `Rscript -e 'install.packages(c(${lacking.map((name) => `"${name}"`).join(", ")}))'`);
}

/** A browser and its driver, for the checks of the site and of JupyterLab. */
export function browserFinding(chromium = process.env.CHROMIUM ?? "/usr/bin/chromium"): Finding {
  const what = noted`Chromium, for the browser checks`;
  if (!existsSync(chromium)) return absent(what, noted`${chromium} is not there`, noted`Debian: apt install chromium fonts-noto-cjk; elsewhere set CHROMIUM to its path`);
  if (!existsSync(join(projectFolder, "browser", "node_modules", "playwright-core"))) return absent(what, noted`${chromium}, without its driver`, "npm ci --prefix browser");
  return there(what, chromium);
}
