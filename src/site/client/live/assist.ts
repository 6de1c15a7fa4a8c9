import type { Assist } from "../editor/main";
import { Once } from "../once";
import type { TypeQuestion } from "../types/worker";
import { handed } from "./kernel";

/** What knows the types, in a worker of its own, which is made when the first cell is edited. */
export class TypeAssist {
  private readonly worker = new Once(() => this.begin());
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private asked = 0;

  constructor(private readonly addresses: { readonly types: string; readonly declarations: string }) {}

  /** @param above  the texts of the cells above, as they stand when something is asked */
  for(above: () => readonly string[]): Assist {
    return {
      diagnostics: (text) => this.ask("diagnostics", above(), text, 0) as ReturnType<Assist["diagnostics"]>,
      completions: (text, at) => this.ask("completions", above(), text, at) as ReturnType<Assist["completions"]>,
      hover: (text, at) => this.ask("hover", above(), text, at) as ReturnType<Assist["hover"]>,
    };
  }

  private async ask(kind: keyof Assist, above: readonly string[], text: string, at: number): Promise<unknown> {
    const worker = await this.worker.get();
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      worker.postMessage({ id, kind, above, text, at } satisfies TypeQuestion);
    });
  }

  private async begin(): Promise<Worker> {
    const [source, declarations] = await Promise.all([handed("sojournTypeWorker", this.addresses.types), handed("sojournTypes", this.addresses.declarations)]);
    const worker = new Worker(URL.createObjectURL(new Blob([`globalThis.sojournTypes=${JSON.stringify(declarations)};`, source as string], { type: "text/javascript" })));
    worker.addEventListener("message", ({ data }: MessageEvent<{ id: number; answer: unknown }>) => {
      this.waiting.get(data.id)?.(data.answer);
      this.waiting.delete(data.id);
    });
    return worker;
  }
}
