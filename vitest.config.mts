import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// In CI a failed test is tried once more and reported as flaky: kernels start in real time there, on a machine that others share.
const retry = process.env.CI ? 1 : 0;

/** Tests that start kernels. They come last, two files side by side, each with one kernel at a time: it keeps a processor busy. */
const KERNELS = ["test/notebook/{kernel,executeNotebook,keepCurrent,failingCells,quietQuestions,runCommand,entryPoints}.test.ts", "test/notebooks/reexecution.test.ts", "test/cli/doctor.test.ts"];

/**
 * Tests of what one process or session keeps (readings chosen, what was coded last, modules replaced, the environment, globals of a page, a page's script that works on after its test): each file
 * in a process of its own. All others share one process per worker, which loads the package once and not 200 times.
 */
const OWN_PROCESS = [
  "test/{sfrc/sessionReadings,sfrc/ourSurvey,study/folder/chosenStudy,exhibits/panelState,exhibits/allReadings,exercises/check,notebooks/ownData,cli/reproduceText}.test.ts",
  "test/engines/{drivers,duckdb,openSource,postgres,trino}.test.ts",
  "test/site/client/{readingsPanel,universes,auditPage,livePage,searchBox,typesWorker,live/main}.test.ts"
];

/** Whole command lines, which guard standard output for good: processes for them alone, shared, since each file loads every command. */
const COMMAND_LINES = ["test/cli/{chineseHelp,program,swallowed,examples,refusals,texts,newStudy}.test.ts"];

/** What takes longest, first: begun last, it would leave the other processor idle. */
const LONGEST = ["cli/examples", "cli/site", "multiverse/imputedPartial", "scripts/mutants", "display/stills", "site/renderSite", "cli/newStudy", "notebook/runCommand", "notebooks/reexecution", "notebook/failingCells"];

/** Pages (jsdom) come last in their project: a shared process ends where the next file asks for another environment, and its follower loads the package anew. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files); // project by project
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    const ranks = new Map(sorted.map(({ moduleId }) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return [moduleId, readFileSync(moduleId, "utf8").includes("@vitest-environment") ? LONGEST.length + 1 : place < 0 ? LONGEST.length : place];
    }));
    const rank = ({ moduleId }: TestSpecification): number => ranks.get(moduleId) ?? 0;
    return projects.flatMap((name) => sorted.filter(({ project }) => project.name === name).sort((a, b) => rank(a) - rank(b)));
  }
}

/** Much code runs once, and much is made and thrown away: V8 optimises late, and sweeps its nursery half as often. A sixth less work. */
const execArgv = ["--max-semi-space-size=32", "--require", fileURLToPath(new URL("src/notebook/preload/lateOptimised.cjs", import.meta.url))];
const shared = { retry, execArgv, globalSetup: ["test/temporaryFolder.ts"], testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      // Every processor: by itself the runner leaves one idle, of two.
      { test: { ...shared, name: "plain", isolate: false, setupFiles: ["test/leavesNothing.ts"], maxWorkers: availableParallelism(), include: ["test/**/*.test.ts"], exclude: [...KERNELS, ...OWN_PROCESS, ...COMMAND_LINES], sequence: { groupOrder: 0 } } },
      { test: { ...shared, name: "own process", maxWorkers: availableParallelism(), include: OWN_PROCESS, sequence: { groupOrder: 0 } } },
      { test: { ...shared, name: "command lines", isolate: false, maxWorkers: availableParallelism(), include: COMMAND_LINES, sequence: { groupOrder: 0 } } },
      { test: { ...shared, name: "kernels", include: KERNELS, maxWorkers: 2, maxConcurrency: 1, testTimeout: 600_000, hookTimeout: 600_000, sequence: { groupOrder: 1 } } },
    ],
  },
});
