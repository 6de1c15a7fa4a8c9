import type { MimeBundle } from "./bundles";

/** What a cell on Deno's kernel finds among its globals. `display` drops a bundle's metadata, which tells the size of a picture. */
interface DenoJupyter {
  broadcast(type: "display_data", content: MimeBundle & { transient: object }): Promise<void>;
}

/** Sends to the running cell of Deno's kernel; undefined in any other process. */
export function denoKernel(around: { readonly Deno?: { readonly jupyter?: DenoJupyter } } = globalThis as object): { kind: "bundles"; write(bundle: MimeBundle): Promise<void> } | undefined {
  const jupyter = jupyterOf(around.Deno);
  return jupyter && { kind: "bundles", write: ({ data, metadata }) => jupyter.broadcast("display_data", { data, metadata, transient: {} }) };
}

/** Outside its kernel, Deno throws where one only asks. */
function jupyterOf(deno: { readonly jupyter?: DenoJupyter } | undefined): DenoJupyter | undefined {
  try {
    return deno?.jupyter;
  } catch {
    return undefined;
  }
}
