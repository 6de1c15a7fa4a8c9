import type { MimeBundle } from "../../../display/bundles";
import { emit } from "./outputs";

/** Where `show` sends what a cell shows: to the cell that runs. */
export const kernelOf = () => ({ kind: "bundles" as const, write: ({ data: { "image/png": _, ...data }, metadata: { "image/png": __, ...metadata } }: MimeBundle) =>
  emit({ output_type: "display_data", data, metadata }) });
