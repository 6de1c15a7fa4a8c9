import type { Block } from "./block";
import { delimitedBlock } from "./delimitedBlock";
import { htmlBlocks } from "./htmlBlocks";
import { latexBlocks } from "./latexBlocks";
import { markdownBlocks, RULE_OF_MARKDOWN } from "./markdownBlocks";

/** The tables of a source that marks them off, in its own way; undefined where it is running text. In plain characters. */
export function blocksOf(text: string): Block[] | undefined {
  if (/<table[\s>]/i.test(text)) return htmlBlocks(text).map(asMarked);
  if (/\\begin ?\{(?:tabular|longtable|tabu)|&[^\n]*\\\\/.test(text)) return latexBlocks(text).map(asMarked);
  if (RULE_OF_MARKDOWN.test(text)) return markdownBlocks(text).map(asMarked);
  const delimited = delimitedBlock(text);
  return delimited ? [delimited] : undefined;
}

const asMarked = (block: Block): Block => ({ ...block, marked: true });
