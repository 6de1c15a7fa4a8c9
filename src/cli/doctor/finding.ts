/** One thing that is there or not. */
export interface Finding {
  readonly what: string;
  /** missing: the notebooks need it. optional: only the work that its remedy names does. */
  readonly status: "ok" | "missing" | "optional";
  /** What was found, with its version or place. */
  readonly found: string;
  /** The line that mends it. */
  readonly remedy?: string;
}

export const there = (what: string, found: string): Finding => ({ what, status: "ok", found });
export const missing = (what: string, found: string, remedy: string): Finding => ({ what, status: "missing", found, remedy });
export const absent = (what: string, found: string, remedy: string): Finding => ({ what, status: "optional", found, remedy });
