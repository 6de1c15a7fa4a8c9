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
  const plain = pointsForCommas(plainCharacters(text));
  const blocks = blocksOf(plain);
  const ways = blocks ? [fromBlocks(blocks)] : [];
  // Tabs and commas also stand in running text, and cells with line breaks look like rows: take what places more.
  if (!blocks || blocks.every(({ marked }) => !marked)) ways.push(fromText(plain));
  const [best] = ways.map(assemble).sort((a, b) => cellsIn(b) - cellsIn(a));
  return cellsIn(best) > 0 || best.table1 ? best : undefined;
}

const assemble = ({ described, regressions }: Read): DraftTable =>
  assembleTables(regressions.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell?.se !== undefined))), described);

/** How much was understood: a coefficient with its standard error says more than one without, which may be anything. */
const cellsIn = ({ models, table1 = {} }: DraftTable): number =>
  Object.values(models).reduce((sum, { rows }) => sum + rows.reduce((inner, { se }) => inner + (se === undefined ? 1 : 3), 0), 0) + Object.values(table1).reduce<number>((sum, value) => sum + (typeof value === "object" ? Object.keys(value).length : 1), 0);

/** A text whose numbers have decimal commas ("0,257") and no decimal points. */
function pointsForCommas(text: string): string {
  const commas = text.match(/\d,\d{1,6}(?![\d,])/g)?.length ?? 0;
  return commas >= 3 && !/\d ?\. ?\d/.test(text) && /[;\t]|^[^,]*\d,\d[^,]*$/m.test(text) ? text.replace(/(\d),(?=\d)/g, "$1.") : text;
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
