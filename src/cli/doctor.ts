import type { Command } from "commander";
import { browserFinding, rFinding } from "./doctor/checkingFindings";
import type { Finding } from "./doctor/finding";
import { kernelFinding, preloadFinding } from "./doctor/kernelFindings";
import { labFindings } from "./doctor/labFindings";
import { dependenciesFinding, framesFinding } from "./doctor/packagedFindings";
import { buildFinding, fontFinding, linkFinding, nodeFinding, packagesFinding } from "./doctor/packageFindings";
import { noteIn } from "../faults/noted";
import { inClone } from "./inClone";
import { line, messageLanguage } from "./language";
import { conclude, EXIT } from "./outcome";

/** `sojourn doctor`: what is there and what is not, each line with its remedy; 1 where the notebooks lack something. */
export function register(program: Command): void {
  program
    .command("doctor")
    .description("Tell what is there and what is not, each line with its remedy")
    .option("--json", "print JSON: a list of what, status (ok, missing, optional), found, remedy")
    .action((options: { json?: boolean }) => conclude(() => run(options), options.json));
}

async function run({ json }: { json?: boolean }): Promise<number> {
  const findings = await examine();
  console.log(json ? JSON.stringify(findings) : findings.map(lineOf).join("\n"));
  return findings.some(({ status }) => status === "missing") ? EXIT.finding : EXIT.done;
}

/** In the order in which a remedy may mend what follows. */
export const examine = async (): Promise<Finding[]> => (inClone() ? ofClone() : ofPackage());

const ofPackage = async (): Promise<Finding[]> => [nodeFinding(), dependenciesFinding(), framesFinding(), fontFinding(), await kernelFinding(), preloadFinding()];

const ofClone = async (): Promise<Finding[]> => [
  nodeFinding(), await packagesFinding(), buildFinding(), linkFinding(), fontFinding(),
  await kernelFinding(), preloadFinding(),
  ...(await labFindings()),
  rFinding(), browserFinding(),
];

const SIGN = { ok: "✔", missing: "✖", optional: "–" } as const;

function lineOf({ what, status, found, remedy }: Finding): string {
  const [name, told, way] = [what, found, remedy ?? ""].map((text) => noteIn(text, messageLanguage()));
  return `${SIGN[status]} ${line({ en: `${name}: ${told}`, zh: `${name}：${told}` })}${way && `\n    → ${way}`}`;
}
