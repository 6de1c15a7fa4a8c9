import type { RowKernel } from "./rowKernel";
import { ROWS_WASM } from "./rowsWasm";

const PAGE = 65_536;
/** Memories kept for the next fit; of larger ones only the last, and that only until the garbage collector wants it. */
const MOST_KEPT = 2;
const LARGEST_KEPT = 2 ** 24;

interface Instance {
  readonly memory: WebAssembly.Memory;
  readonly sums: Omit<RowKernel, "cells">;
}

/** null where this engine has no WebAssembly SIMD. */
let compiled: WebAssembly.Module | null | undefined;
const idle: Instance[] = [];
let large: WeakRef<Instance> | undefined;

/** Whether the fast kernel can run here. */
export const hasFastRows = (): boolean => moduleOf() !== null;

/**
 * The fast kernel with a memory of at least `bytes`, all of it 0 or left from an earlier use.
 * Hand it back with `release`, and then leave its cells alone; one that is never handed back is merely garbage.
 * @returns undefined where this engine has no WebAssembly SIMD
 */
export function leaseFastRows(bytes: number): { kernel: RowKernel; release: () => void } | undefined {
  const module = moduleOf();
  if (module === null) return undefined;
  const instance = (bytes > LARGEST_KEPT ? takeLarge() : undefined) ?? idle.pop() ?? instantiate(module);
  const { memory, sums } = instance;
  const lacking = bytes - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
  const release = (): void => {
    if (memory.buffer.byteLength > LARGEST_KEPT) large = new WeakRef(instance);
    else if (idle.length < MOST_KEPT) idle.push(instance);
  };
  return { kernel: { cells: new Float64Array(memory.buffer), ...sums }, release };
}

function takeLarge(): Instance | undefined {
  const taken = large?.deref();
  large = undefined;
  return taken;
}

function moduleOf(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  const bytes = Buffer.from(ROWS_WASM, "base64");
  compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  return compiled;
}

function instantiate(module: WebAssembly.Module): Instance {
  const { memory, ...sums } = new WebAssembly.Instance(module).exports;
  return { memory: memory as WebAssembly.Memory, sums: sums as unknown as Omit<RowKernel, "cells"> };
}
