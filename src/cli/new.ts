import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Command } from "commander";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { writeWhole } from "../io/write";
import { projectFolder } from "../projectFolder";
import { readStudy, readStudyData } from "../study/folder/readStudy";
import { line } from "./language";
import { conclude } from "./outcome";

/** What a new study is copied from; its data are drawn where it is made. */
const TEMPLATE = join(projectFolder, "assets", "study");

/** `sojourn new study NAME`: a study folder that runs at once, on data it makes. */
export function register(program: Command): void {
  program
    .command("new")
    .description("Write a study folder that runs at once on invented data: codebook, coding, models, hypotheses, multiverse, notebooks in both languages, tests")
    .argument("<kind>", "study (in a clone, `npm run new` also writes a variable, a check, an exhibit or a notebook)")
    .argument("<name>", "the folder to make: a path whose last part is the study's name")
    .action((kind: string, name: string) => conclude(() => newStudy(kind, name)));
}

function newStudy(kind: string, folder: string): void {
  if (kind !== "study") throw new BadInput({ file: kind }, "there is no such thing to make here", "study", "sojourn new study NAME. Nothing was written.");
  const name = basename(folder);
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw new BadInput({ file: folder }, said`${JSON.stringify(name)} is no name for a study`, "letters, digits, - and _, a letter first", "Choose another name. Nothing was written.");
  if (existsSync(folder)) throw new BadInput({ file: folder }, "is there already", "a folder that is not there yet", "Choose another name. Nothing was written.");
  if (!existsSync(dirname(resolve(folder)))) throw new BadInput({ file: folder }, said`there is no folder ${dirname(resolve(folder))}`, "a name in a folder that exists", "Make the folder first.");
  const making = mkdtempSync(join(dirname(resolve(folder)), `.${name}-`)); // beside it, so that it is moved in one step
  try {
    for (const file of filesOfTemplate()) {
      mkdirSync(dirname(join(making, file)), { recursive: true });
      writeWhole(join(making, file), readFileSync(join(TEMPLATE, file), "utf8").replaceAll("@NAME@", name));
    }
    const drawn = spawnSync(process.execPath, [join(making, "make-data.mjs")], { encoding: "utf8" });
    if (drawn.status !== 0) throw new Error(`make-data.mjs failed: ${drawn.stderr}`);
    chmodSync(making, 0o777 & ~process.umask()); // mkdtemp's folders are the owner's alone
    renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  const people = readStudyData(readStudy(folder)).respondents.length;
  console.log([
    line({ zh: `${folder}：已写入，含 ${people} 人的合成数据`, en: `${folder}: written, with invented answers of ${people} people` }),
    "",
    ...["reproduce", "multiverse", "run", "site"].map((command) => `  npx --no-install sojourn ${command} --study ${folder}${command === "site" ? ` --out ${folder}-site` : ""}`),
    `  node --test ${folder}/test/study.test.mjs`,
    "",
    line({ zh: "docs/your-own-study.md 说明如何换成自己的问卷与数据", en: "docs/your-own-study.md tells how to put your own questions and data in" }),
  ].join("\n"));
}

/** Paths within the template. */
const filesOfTemplate = (): string[] => (readdirSync(TEMPLATE, { recursive: true }) as string[]).filter((file) => statSync(join(TEMPLATE, file)).isFile()).sort();
