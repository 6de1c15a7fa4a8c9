import type { Language } from "../../../bilingual";
import type { AllReadingsShare, NoShare } from "../../../exhibits/allReadings";
import type { PanelState, PanelTrouble } from "../../../exhibits/panelState";
import type { Readings } from "../../../sfrc/readings";
import { loadScript } from "../loadScript";
import { Once } from "../once";
import { PageFault } from "../pageFault";
import type { Answer, ExerciseQuestion, Question } from "../kernel/messages";
import type { CellResult } from "../kernel/runCell";
import { LIVE } from "./words";

declare global {
  interface Window {
    sojournKernel?: (source: string) => void;
    sojournFiles?: (files: Readonly<Record<string, string>>) => void;
  }
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export type File = Extract<Question, { kind: "files" }>["files"][number];
type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, "id" | "language"> : never) : never;

/** What a stopped cell is told by. */
export class Stopped extends Error {
  override name = "Stopped";
}

/** The package in a worker of its own, so that a cell without end leaves the page alive. It starts when first asked. */
export class PageKernel {
  private readonly worker = new Once(() => this.begin());
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  /** Files of the reader's, and readings, which a new worker is given again. */
  private readonly own = new Map<string, File>();
  private readings: Partial<Readings> | undefined;

  private formats: string | undefined;

  constructor(private readonly language: Language, private readonly addresses: { readonly kernel: string; readonly files: string; readonly formats: string }) {}

  start(): Promise<unknown> {
    return this.worker.get();
  }

  async run(source: string): Promise<CellResult> {
    return ((await this.ask({ kind: "run", source })) as Extract<Answer, { result: CellResult }>).result;
  }

  async panel(change?: Partial<Readings>): Promise<PanelState | PanelTrouble> {
    if (change) this.readings = change;
    return ((await this.ask({ kind: "panel", ...(change && { change }) })) as Extract<Answer, { panel: unknown }>).panel;
  }

  /** The share of all readings that begins with a choice; undefined where the worker was stopped meanwhile. */
  async allReadings(from: number): Promise<AllReadingsShare | NoShare | undefined> {
    const answer = await this.ask({ kind: "allReadings", from }).catch(() => undefined);
    return (answer as Extract<Answer, { share: unknown }> | undefined)?.share;
  }

  /** What the package says of an exercise: a hint, or its judgement of an answer. */
  async exercise(exercise: string, question: ExerciseQuestion): Promise<string> {
    return ((await this.ask({ kind: "exercise", exercise, ...question })) as Extract<Answer, { said: string }>).said;
  }

  async files(files: readonly File[]): Promise<void> {
    for (const file of files) this.own.set(file.path, file);
    if (this.formats === undefined && files.some(needsLibrary)) {
      const source = (await handed("sojournFormats", this.addresses.formats)) as string;
      await this.ask({ kind: "formats", source });
      this.formats = source;
    }
    await this.ask({ kind: "files", files });
  }

  /** Ends the worker, whatever it does; the next question starts another. What waits is told that it was stopped. */
  stop(why: string): void {
    void this.worker.forget()?.then((worker) => worker.terminate(), () => undefined);
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(new Stopped(why));
  }

  private async ask(question: Asked): Promise<Answer> {
    const worker = await this.worker.get();
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ ...question, id, language: this.language });
    });
  }

  /** The worker is made of a text that a script brings: a page opened as a file has no other way to one. */
  private async begin(): Promise<Worker> {
    const [source, files] = await Promise.all([handed("sojournKernel", this.addresses.kernel), handed("sojournFiles", this.addresses.files)]);
    const address = URL.createObjectURL(new Blob([`globalThis.sojournProject=${JSON.stringify(files)};`, source as string], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ("trouble" in data) waiting?.reject(new Error(data.trouble));
      else waiting?.resolve(data);
    });
    worker.addEventListener("error", ({ message }) => this.stop(message || LIVE.workerEnded[this.language]));
    const give = (given: Asked): void => worker.postMessage({ ...given, id: 0, language: this.language });
    if (this.formats !== undefined) give({ kind: "formats", source: this.formats });
    if (this.own.size > 0) give({ kind: "files", files: [...this.own.values()] });
    if (this.readings) give({ kind: "panel", change: this.readings });
    return worker;
  }
}

/** Workbooks, Parquet, and what is packed, whatever is in it. */
const LARGE = ["PK\u0003\u0004", "PAR1", "\u001f\u008b"];
const needsLibrary = ({ content }: File): boolean => {
  const start = content instanceof Uint8Array ? String.fromCharCode(...content.subarray(0, 4)) : "";
  return LARGE.some((signature) => start.startsWith(signature));
};

const known = new Map<string, Once<unknown>>();

/** What a script hands to a function of the page by that name; each is loaded once, and again where it could not be. */
export function handed(name: "sojournKernel" | "sojournFiles" | "sojournFormats" | "sojournTypes" | "sojournTypeWorker" | "sojournNotebook", address: string): Promise<unknown> {
  let one = known.get(address);
  if (!one) {
    one = new Once(() => new Promise((resolve, reject) => {
      (window as unknown as Record<string, (given: unknown) => void>)[name] = resolve;
      loadScript(address).then(() => reject(new PageFault({ en: `${address}: nothing in it`, zh: `${address} 中没有内容` })), reject);
    }));
    known.set(address, one);
  }
  return one.get();
}
