import { assembleTables, type DraftTable } from "./assemble";
import type { Block } from "./block";
import { blocksOf } from "./blocksOf";
import { plainCharacters } from "./characters";
import { descriptiveTable, type DescriptiveTable, isDescriptive } from "./descriptive";
import { gridTable } from "./gridTable";
import type { RawTable } from "./rawTable";
import { type Region, regionsOf } from "./region";
import { roleTable } from "./roleTable";
import { textTable } from "./textTable";

/**
 * Reads regression tables (and tables of counts and means) out of a pasted text.
 *
 * Takes running text from a PDF, CSV or TSV, Markdown, LaTeX and HTML; nothing is asked. Numbers come out as printed, in
 * ASCII; a number that cannot be placed is not in the table but among `unsure`, with the reason.
 *
 * @returns undefined where no table was understood
 */
export function readTable(text: string): DraftTable | undefined {
  const plain = plainCharacters(text);
  const blocks = blocksOf(plain);
  const { described, regressions } = blocks ? fromBlocks(blocks) : fromText(plain);
  const draft = assembleTables(regressions.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell?.se !== undefined))), described);
  return Object.values(draft.models).some(({ rows }) => rows.length > 0) || draft.table1 ? draft : undefined;
}

interface Read {
  readonly described: DescriptiveTable[];
  readonly regressions: RawTable[];
}

function fromText(plain: string): Read {
  const regions = regionsOf(plain);
  return {
    described: regions.filter(isDescriptive).flatMap((region) => descriptiveTable(region) ?? []),
    regressions: regions.filter((region) => !isDescriptive(region)).flatMap((region) => fromRegion(region) ?? []),
  };
}

function fromRegion(region: Region): RawTable | undefined {
  const set = roleTable(region);
  return (set && gridTable(set)) ?? textTable(region);
}

function fromBlocks(blocks: readonly Block[]): Read {
  const described: DescriptiveTable[] = [];
  const regressions: RawTable[] = [];
  for (const block of blocks) {
    const region = asRegion(block);
    const descriptive = isDescriptive(region) ? descriptiveTable(region) : undefined;
    const regression = descriptive ? undefined : gridTable(block);
    if (descriptive) described.push(descriptive);
    if (regression) regressions.push(regression);
  }
  return { described, regressions };
}

/** A grid as lines with wide gaps, for what reads lines. */
const asRegion = ({ before, grid, after }: Block): Region => ({
  caption: before, notes: after,
  lines: grid.map((row) => row.filter((cell, j) => j === 0 || cell !== row[j - 1] || /\d/.test(cell)).join("   ").replace(/\n/g, " ")),
});
