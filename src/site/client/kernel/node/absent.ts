import { PageFault } from "../../pageFault";

/** What of Node no page has: asked for, it says so. Its names are those by which the package imports it. */
export function absent(): never {
  throw new PageFault({ en: "this needs Node: run the notebook in Jupyter, or on the command line, for that", zh: "这需要 Node：请在 Jupyter 或命令行中运行笔记本" });
}
export const homedir = (): string => "/";
export const tmpdir = (): string => "/tmp";
export const availableParallelism = (): number => 1;
export const stripVTControlCharacters = (text: string): string => text;
export {
  absent as spawnSync, absent as spawn,
  absent as execFileSync, absent as serialize, absent as deserialize, absent as gunzipSync, absent as crc32, absent as deflateSync, absent as createRequire, absent as Script,
  absent as pathToFileURL, absent as Piscina, absent as Resvg, absent as JSDOM, absent as DataFrame, absent as Series, absent as toJSON, absent as createServer, absent as once,
  absent as StringDecoder, absent as TextDecoder,
};
export default { _cache: {} };
