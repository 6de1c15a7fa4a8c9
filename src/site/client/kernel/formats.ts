import type { Formats } from "../formats/main";
import { PageFault } from "../pageFault";

declare global {
  /** Libraries that read workbooks and Parquet; the page brings them with the first such file. */
  var sojournFormats: Formats | undefined;
}

/** A library of formats, in the place of the package's own import of it. */
export function formats(): Formats {
  if (!globalThis.sojournFormats) throw new PageFault({ en: "no library for this kind of file has been loaded: drop the file on the page", zh: "尚未载入读取此类文件的库：请将文件拖到页面上" });
  return globalThis.sojournFormats;
}

/** Takes the libraries from the text of their script, which must not take the worker for Node by what `environment.ts` puts there. */
export function takeFormats(source: string): void {
  const address = URL.createObjectURL(new Blob([`(function(Buffer,process){${source}\n})();`], { type: "text/javascript" }));
  (globalThis as unknown as { importScripts: (url: string) => void }).importScripts(address);
  URL.revokeObjectURL(address);
}
