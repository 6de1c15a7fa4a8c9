import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { projectFolder } from "../../projectFolder";
import { removeConnection, type Connection } from "./connection";

/** How a kernel's process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines it wrote to its own stdout and stderr, where nothing of a cell is written. */
  readonly lastWords: string;
}

export interface Surroundings {
  /** The notebook's folder: where a cell's relative paths and imports start. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Scripts that Node loads before tslab. */
  readonly preloads?: readonly string[];
  /** Another kernel than tslab, by its program and arguments; `{connection_file}` stands for the file's path, as in a kernelspec. */
  readonly argv?: readonly string[];
}

const preloadFolder = join(projectFolder, "src", "notebook", "preload");

/** For a kernel anywhere: keeps a cell's output whole. Any kernelspec needs it. */
export const WHOLE_OUTPUT_PRELOAD = join(preloadFolder, "wholeOutput.cjs");

/** For the kernelspec of a JupyterLab: its panel asks questions between cells. */
export const QUESTIONS_PRELOAD = join(preloadFolder, "quietQuestions.cjs");

/** For a kernel anywhere: an install or a build beside it does not break it. */
export const NOTHING_WATCHED_PRELOAD = join(preloadFolder, "nothingWatched.cjs");

/** For a kernel anywhere: a question that comes while it binds its sockets does not make it deaf. */
export const BOUND_PRELOAD = join(preloadFolder, "boundBeforeRead.cjs");

/** For a kernel anywhere: it ends with whoever started it, and what its cells have started ends with it. */
export const PARENT_PRELOAD = join(preloadFolder, "endWithParent.cjs");

/** For a kernel anywhere: it takes over what the one before it has compiled. Before all that loads TypeScript. */
const COMPILED_PRELOAD = join(preloadFolder, "compiledBefore.cjs");

/** For a kernel anywhere: V8 takes its time to make functions fast. Before all others, since settings belong to what is compiled. */
const LATE_PRELOAD = join(preloadFolder, "lateOptimised.cjs");

/** For a kernel anywhere: TypeScript answers what tslab asks, and works out no more. */
const ASKED_PRELOAD = join(preloadFolder, "onlyWhatIsAsked.cjs");

/** For a kernel anywhere: it does not read types that no cell asked for. */
const TYPES_PRELOAD = join(preloadFolder, "nodeTypesOnly.cjs");

/** For the runner's own kernels. */
export const RUNNER_PRELOADS = [LATE_PRELOAD, PARENT_PRELOAD, COMPILED_PRELOAD, WHOLE_OUTPUT_PRELOAD, BOUND_PRELOAD, NOTHING_WATCHED_PRELOAD, TYPES_PRELOAD, ASKED_PRELOAD, join(preloadFolder, "bareTypes.cjs"), join(preloadFolder, "namedCells.cjs")];

/** For the kernels of a JupyterLab. */
export const JUPYTER_PRELOADS = [LATE_PRELOAD, PARENT_PRELOAD, COMPILED_PRELOAD, join(preloadFolder, "jupyterSockets.cjs"), WHOLE_OUTPUT_PRELOAD, BOUND_PRELOAD, NOTHING_WATCHED_PRELOAD, TYPES_PRELOAD, ASKED_PRELOAD, QUESTIONS_PRELOAD, join(preloadFolder, "shortStacks.cjs")];

// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript, which kernels load too
const { MARK, killMarked } = require(join(preloadFolder, "marked.cjs")) as { MARK: string; killMarked(connectionFile: string): void };

/** tslab's command, which is the same file in the kernelspec of a JupyterLab. */
export const tslabCommand = (): string => require.resolve("tslab/bin/tslab");

const tslabArgv = (preloads: readonly string[]): string[] => [process.execPath, ...preloads.flatMap((path) => ["--require", path]), tslabCommand(), "kernel", "--config-path={connection_file}"];

/** The process of a kernel, from its start to the removal of its connection folder. */
export class KernelProcess {
  readonly ended: Promise<Ending>;
  private readonly child: ChildProcess;
  private words = "";
  private over = false;

  constructor(private readonly connection: Connection, { cwd, env, preloads = RUNNER_PRELOADS, argv = tslabArgv(preloads) }: Surroundings) {
    const [program, ...command] = argv.map((part) => part.replace("{connection_file}", connection.file));
    // A group of its own: Ctrl-C in the terminal reaches the runner alone, and what a cell starts ends with the kernel.
    this.child = spawn(program, command, { cwd, env: { ...env, SOJOURN_KERNEL_FOLDER: connection.folder, [MARK]: connection.file }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => this.hear(text));
    this.ended = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null) => resolve(this.close(code, signal));
      this.child.once("error", (error) => (this.hear(error.message), end(null, null)));
      this.child.once("exit", () => this.letGo());
      this.child.once("close", end); // `close`, not `exit`: by then its last words are read too
    });
    alive.add(this);
  }

  /** What it has written to its own stdout and stderr so far, the last lines of it. */
  get lastWords(): string {
    return this.words;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  interrupt(): void {
    if (!this.over) this.child.kill("SIGINT");
  }

  /** Ends it at once, with all that its cells have started, and removes its folder. */
  kill(): void {
    if (!this.over) killGroup(this.child);
    killMarked(this.connection.file);
    alive.delete(this);
    removeConnection(this.connection);
  }

  /** The kernel is gone: whatever it started goes too, and so its pipes close. */
  private letGo(): void {
    this.over = true;
    killGroup(this.child);
    killMarked(this.connection.file); // some may have left the group
    setTimeout(() => [this.child.stdout, this.child.stderr].forEach((stream) => stream?.destroy()), LAST_WORDS_MS).unref();
  }

  private hear(text: string): void {
    this.words = (this.words + text).slice(-MOST_WORDS);
  }

  private close(code: number | null, signal: NodeJS.Signals | null): Ending {
    this.over = true;
    alive.delete(this);
    removeConnection(this.connection);
    return { code, signal, lastWords: this.words };
  }
}

const MOST_WORDS = 8_000;
const LAST_WORDS_MS = 300; // for one that cannot be found and holds the pipes open

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // none of the group is left
  }
}

const alive = new Set<KernelProcess>();

// However the runner ends, by an error of its own say, no kernel and no connection file stays behind.
process.on("exit", () => alive.forEach((kernel) => kernel.kill()));
