import Module from "node:module";
import { sep } from "node:path";
import type { MimeBundle } from "./bundles";
import { denoKernel } from "./denoKernel";

/** What tslab's `lastWriteDisplayData` takes; it becomes one `display_data` message. */
interface DisplayData extends MimeBundle {
  readonly transient: Readonly<Record<string, unknown>>;
}

interface TslabJupyter {
  /** The writer of the cell that runs now; null before the first cell, and reassigned for each: read it at call time. */
  readonly lastWriteDisplayData: ((data: DisplayData, update: boolean) => void) | null;
}

interface TslabPublic {
  readonly display: { html(source: string): void };
}

/** How to send one output to the running cell. */
export type Kernel =
  | { readonly kind: "bundles"; write(bundle: MimeBundle): void | Promise<void> }
  | { readonly kind: "htmlOnly"; write(html: string): void }
  | { readonly kind: "none" };

/**
 * The tslab kernel of this process, or Deno's, if it is one.
 *
 * It must be the very copy of tslab that runs the kernel, which may be a global one while another stands in node_modules; so it
 * is looked for among the modules that this process has loaded, never loaded anew. `lastWriteDisplayData` is no public interface
 * (tslab 1.0.22 has it): where it is gone, tslab's public `display.html` is left.
 *
 * @param loaded  modules of this process by path; another's only in tests
 */
export function kernelOf(loaded: Readonly<Record<string, { exports: unknown } | undefined>> = loadedModules()): Kernel {
  const exportsOf = (file: string) => Object.entries(loaded).find(([path]) => path.endsWith(file.replaceAll("/", sep)))?.[1]?.exports;
  const jupyter = exportsOf("/tslab/dist/jupyter.js") as TslabJupyter | undefined;
  if (!jupyter) return denoKernel() ?? { kind: "none" };
  const write = jupyter.lastWriteDisplayData;
  if (typeof write === "function") return { kind: "bundles", write: ({ data, metadata }) => write({ data, metadata, transient: {} }, false) };
  // null: tslab is loaded, yet no cell has run, so this is no kernel. Undefined: another tslab, without the writer.
  const open = exportsOf("/tslab/dist/public.js") as TslabPublic | undefined;
  return write === undefined && open ? { kind: "htmlOnly", write: (html) => open.display.html(html) } : { kind: "none" };
}

const loadedModules = () => (Module as unknown as { _cache: Record<string, { exports: unknown } | undefined> })._cache;
