import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { BadInput } from "../badInput";
import { folderChoice, type FolderChoice } from "../folderChoice";
import { commitOf } from "../site/commit";
import { refuseIdle } from "../io/csvOptions";
import { projectFolder } from "../projectFolder";
import { type CsvFormat, withCsvFormat } from "./csvFormat";
import { gather } from "./gather";
import { refuseOutsideClone } from "./inClone";
import { conclude } from "./outcome";
import { ourPaper, ownRun, ownStudySite, type SiteSubject } from "./siteSubject";
import { notebooksOf } from "./studyChoice";
import { line } from "./language";

interface Options extends CsvFormat {
  readonly out: string;
  readonly notebooks?: string;
  readonly study?: string;
  readonly data: readonly string[];
  readonly mapping?: string | undefined;
}

/** `sojourn site`: the executed notebooks as pages to read. */
export function register(program: Command): void {
  withCsvFormat(program.command("site"))
    .description("Render the executed notebooks to a static site that needs no server and no other host")
    .option("--out <dir>", "where the site goes; replaced as a whole", join(projectFolder, "build", "site"))
    .option("--study <folder>", "the notebooks of a study of your own (FOLDER/notebooks, or those of --notebooks) with its verdicts (docs/your-own-study.md)")
    .option("--notebooks <dir>", "executed copies from `sojourn run --data … --out <dir>` instead of the committed notebooks")
    .option("--data <file>", "with --notebooks: the raw survey file they were run on, for the verdicts (never copied into the site; their sojourn.json tells it otherwise); repeatable", gather, [])
    .option("--mapping <file>", "with --data: how the raw files differ from the codebook (JSON)")
    .action((options: Options) => conclude(() => run(options)));
}

async function run(options: Options): Promise<void> {
  refuseOutsideClone("site");
  const { out, study, data } = options;
  if (options.notebooks === undefined && data.length > 0) {
    throw new BadInput({ file: data[0] }, "the committed notebooks did not run on it", "--notebooks DIR beside --data",
      "First: sojourn run --data FILE --out DIR.");
  }
  if (data.length === 0) refuseIdle(options, "--data FILE");
  const notebooks = options.notebooks ?? (study === undefined ? join(projectFolder, "notebooks") : notebooksOf(study));
  const { data: sources, downloads, ...shown } = subject(notebooks, options);
  const { renderSite } = await import("../site/renderSite.js"); // with jsdom, most of what --help would load
  const report = await renderSite({
    notebooks, out, ...shown,
    provenance: { packageVersion: version(), nodeMajor: Number(process.versions.node.split(".")[0]), commit: commitOf(projectFolder), data: sources },
    downloads: downloads.filter((path) => existsSync(path)),
  });
  for (const page of report.otherData) console.error(line({
    en: `warning: ${page}: some of its results were made from other data than the site's; run it again on these, or name its own with --data.`,
    zh: `注意：${page}：其中有些结果所用的数据与网站的不同；请用这些数据重新运行，或用 --data 指明它自己的数据。`,
  }));
  const index = relative(process.cwd(), report.index) || report.index;
  console.log(line({ en: `${report.pages.length} pages, ${report.figures} figures: ${index}`, zh: `${report.pages.length} 页，${report.figures} 幅图：${index}` }));
}

/** What the options choose, else the folder of the notebooks, else the project. */
function subject(notebooks: string, { notebooks: named, study: asked, data, mapping, encoding, separator, sheet }: Options): SiteSubject {
  if (named === undefined && asked === undefined) return ourPaper();
  const there = folderChoice(notebooks, "") ?? NO_CHOICE;
  const study = asked ?? there.study;
  const files = data.length > 0 ? { files: data.map((file) => resolve(file)), mapping, encoding, separator, sheet, readings: {} } : { ...NO_CHOICE, ...(study !== undefined && there.study !== undefined && resolve(study) !== there.study ? {} : there) };
  return study === undefined ? ownRun(files) : ownStudySite({ ...files, study });
}

const NO_CHOICE: FolderChoice = { files: [], readings: {} };
const version = (): string => (JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string }).version;
