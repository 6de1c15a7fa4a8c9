import type { Message } from "../kernel/message";
import type { DisplayOutput, MimeBundle, Output, StreamOutput } from "../nbformat/notebook";
import { readDiagnostic, readLeftBehind, readThrown, type Diagnostic, type Thrown } from "./kernelStack";

/** Displays by the id under which a later cell may update them. One for a whole notebook. */
export type DisplayIds = Map<string, DisplayOutput[]>;

/** Why a cell failed: complaints of the compiler (nothing ran), or something thrown. */
export type CellError = { readonly diagnostics: readonly Diagnostic[] } | { readonly thrown: Thrown };

/**
 * Collects what one cell publishes, in order, each write for itself: tslab sends no `error` message, as other kernels do,
 * so the texts of an error must be told from what the cell itself wrote before.
 */
export class CellOutputs {
  private readonly parts: (StreamOutput | DisplayOutput)[] = [];
  private endedAt: number | undefined;
  /** The error that a kernel other than tslab sends as a message of its own. */
  private told: string | undefined;

  constructor(private readonly displays: DisplayIds) {}

  take({ header, content }: Message): void {
    if (header.msg_type === "stream") this.parts.push({ output_type: "stream", name: String(content.name), text: String(content.text) });
    else if (header.msg_type === "display_data" || header.msg_type === "execute_result") this.display(content);
    else if (header.msg_type === "error") this.told = `${(content.traceback as string[] | undefined)?.join("\n") || `${String(content.ename)}: ${String(content.evalue)}`}`;
    else if (header.msg_type === "update_display_data") this.update(content);
  }

  /** The cell has ended: what comes from now on comes late. */
  end(): void {
    this.endedAt = this.parts.length;
  }

  /** Did something arrive after the cell had ended? */
  get late(): boolean {
    return this.endedAt !== undefined && this.parts.length > this.endedAt;
  }

  /** An error of a promise that nobody awaited, or of a callback; tslab reports the cell as done all the same. */
  leftBehind(): Thrown | undefined {
    return this.parts.map((part) => (isStderr(part) ? readLeftBehind(part.text) : undefined)).find(Boolean);
  }

  /** Of a cell with status `error`: takes the texts of its error out of the outputs. */
  takeError(): CellError {
    if (this.told !== undefined) return { thrown: readThrown(this.told) };
    const diagnostics = this.parts.map((part) => (isStderr(part) ? readDiagnostic(part.text) : undefined));
    if (diagnostics.some(Boolean) && diagnostics.every(Boolean)) {
      this.parts.splice(0);
      return { diagnostics: diagnostics as Diagnostic[] };
    }
    // The kernel prints what was thrown in one write, and last.
    const index = this.parts.findLastIndex((part) => isStderr(part) && !readLeftBehind(part.text));
    const [part] = index < 0 ? [] : this.parts.splice(index, 1);
    return { thrown: readThrown(part ? (part as StreamOutput).text : "the kernel says that the cell failed, not why") };
  }

  /** As a notebook holds them: consecutive writes to the same stream are one output. */
  joined(): Output[] {
    const outputs: Output[] = [];
    for (const part of this.parts) {
      const last = outputs.at(-1);
      if (part.output_type === "stream" && last?.output_type === "stream" && last.name === part.name) last.text += part.text;
      else outputs.push({ ...part });
    }
    return outputs;
  }

  private display(content: Record<string, unknown>): void {
    const output: DisplayOutput = { output_type: "display_data", data: content.data as MimeBundle, metadata: (content.metadata ?? {}) as Record<string, unknown> };
    this.parts.push(output);
    const id = displayId(content);
    if (id) this.displays.set(id, [...(this.displays.get(id) ?? []), output]);
  }

  /** Rewrites the earlier output, in whichever cell it is. An id never shown is passed over, as in Jupyter. */
  private update(content: Record<string, unknown>): void {
    for (const output of this.displays.get(displayId(content) ?? "") ?? []) {
      output.data = content.data as MimeBundle;
      output.metadata = (content.metadata ?? {}) as Record<string, unknown>;
    }
  }
}

const displayId = (content: Record<string, unknown>): string | undefined =>
  (content.transient as { display_id?: string } | undefined)?.display_id;

const isStderr = (part: StreamOutput | DisplayOutput): part is StreamOutput => part.output_type === "stream" && part.name === "stderr";
