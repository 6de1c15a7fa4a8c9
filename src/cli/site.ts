import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Command } from "commander";
import { BadInput } from "../badInput";
import { commitOf } from "../notebook/site/commit";
import type { DataSource } from "../notebook/site/provenance";
import { renderSite, type SiteRequest } from "../notebook/site/renderSite";
import { dataFile, projectFolder } from "../projectFolder";
import { codeSample } from "../sfrc/codeSample";
import { readClaims, readPublished, standInFile } from "../sfrc/ourSurvey";
import { readSfrc } from "../sfrc/readSfrc";
import { sfrc } from "../sfrc/study";
import { runStudy } from "../study/runStudy";
import { conclude } from "./outcome";
import { siteAuditExample } from "./siteAuditExample";
import { siteTraces } from "./siteTraces";
import { siteVerdicts } from "./siteVerdicts";

interface Options {
  readonly out: string;
  readonly notebooks?: string;
  readonly data: readonly string[];
  readonly mapping?: string;
}

/** `sojourn site`: the executed notebooks as pages to read. */
export function register(program: Command): void {
  const gather = (text: string, all: string[]) => [...all, text];
  program
    .command("site")
    .description("Render the executed notebooks to a static site that needs no server and no other host")
    .option("--out <dir>", "where the site goes; replaced as a whole", join(projectFolder, "build", "site"))
    .option("--notebooks <dir>", "executed copies from `sojourn run --data … --out <dir>` instead of the committed notebooks")
    .option("--data <file>", "with --notebooks: the raw survey file they were run on, for the verdicts (never copied into the site); repeatable", gather, [])
    .option("--mapping <file>", "with --data: how the raw files differ from the codebook (JSON)")
    .action((options: Options) => conclude(() => run(options)));
}

async function run({ out, notebooks, data, mapping }: Options): Promise<void> {
  if (notebooks === undefined && data.length > 0) {
    throw new BadInput({ file: data[0] }, "the committed notebooks did not run on it", "--notebooks DIR beside --data",
      "First: sojourn run --data FILE --out DIR.");
  }
  const own = notebooks === undefined;
  const report = await renderSite({
    notebooks: notebooks ?? join(projectFolder, "notebooks"),
    out,
    ...(own ? refitted([standInFile()]) : data.length > 0 ? refitted(data, mapping) : {}),
    auditExample: siteAuditExample(readPublished(), 2),
    provenance: {
      packageVersion: version(),
      nodeMajor: Number(process.versions.node.split(".")[0]),
      commit: commitOf(projectFolder),
      data: own ? ourData() : data.map((path) => ({ path, readBy: [], secret: true })),
    },
    downloads: ["codebook.json", "wvs-codebook.json", "published.json", "claims.json", "README.md"].map(dataFile).filter((path) => existsSync(path)),
  });
  console.log(`${report.pages.length} pages, ${report.figures} figures: ${relative(process.cwd(), report.index) || report.index}`);
}

/** The data that ship with the project, and the words of a cell by which it is known to read them. */
const ourData = (): DataSource[] => [
  { path: standInFile(), readBy: ["readSurvey(", "readSfrc("], seed: seedOf(dataFile("sfrc-synthetic.json")) },
  { path: dataFile("wvs.csv"), readBy: ["readWvs("] },
];

/** What the site shows of the study itself, beside its notebooks. */
function refitted(files: readonly string[], mapping?: string): Pick<SiteRequest, "verdicts" | "traces"> {
  const coded = codeSample(readSfrc(files, { mapping }));
  const published = readPublished();
  return { verdicts: siteVerdicts(runStudy(sfrc, coded), published), traces: siteTraces(coded, published, readClaims()) };
}

const seedOf = (file: string): number => (JSON.parse(readFileSync(file, "utf8")) as { seed: number }).seed;
const version = (): string => (JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string }).version;
