import type { Formats } from "../formats/main";

declare global {
  /** Libraries that read workbooks and Parquet; the page brings them with the first such file. */
  var sojournFormats: Formats | undefined;
}

/** A library of formats, in the place of the package's own import of it. */
export function formats(): Formats {
  if (!globalThis.sojournFormats) throw new Error("no library for this kind of file has been loaded: drop the file on the page");
  return globalThis.sojournFormats;
}

/** Takes the libraries from the text of their script, which must not take the worker for Node by what `environment.ts` puts there. */
export function takeFormats(source: string): void {
  const address = URL.createObjectURL(new Blob([`(function(Buffer,process){${source}\n})();`], { type: "text/javascript" }));
  (globalThis as unknown as { importScripts: (url: string) => void }).importScripts(address);
  URL.revokeObjectURL(address);
}
