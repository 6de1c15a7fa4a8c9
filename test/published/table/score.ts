import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DraftModel, DraftTable } from "../../../src/published/table/draft/draftTable";

const REAL = join(__dirname, "../../fixtures/paperTables/real");

/** What a reader of print expects of a table: models in printed order, rows as [label, coefficient, stars, SE]. */
export interface Expected {
  readonly cutoffs?: Readonly<Record<string, string>> | null;
  readonly scale?: "lo" | "or" | "other";
  readonly models?: readonly {
    readonly heading: string | null; readonly n: string | null; readonly logLik: string | null; readonly pseudoR2: string | null;
    readonly rows: readonly (readonly [string, string, string, string | null])[];
  }[] | null;
}

export interface Score {
  right: number;
  unsure: number;
  refused: number;
  wrong: string[];
  invented: string[];
}

/** The real tables with their expectations. */
export const realTables = (): { name: string; bytes: Buffer; expected: Expected }[] =>
  readdirSync(REAL).filter((file) => file.endsWith(".expected.json")).map((file) => ({
    name: file.replace(".expected.json", ""), bytes: readFileSync(join(REAL, file.replace(".expected.json", ""))), expected: JSON.parse(readFileSync(join(REAL, file), "utf8")) as Expected,
  }));

const level = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/∆/g, "δ").replace(/[^\p{L}\p{N}]/gu, "");

/** Scores every cell: right, unsure (said so), refused with its table, silently wrong or lost; rows of nobody's are invented. */
export function score({ models = [] }: Expected, read: DraftTable | undefined): Score {
  const out: Score = { right: 0, unsure: 0, refused: 0, wrong: [], invented: [] };
  const ids = Object.keys(read?.models ?? {});
  (models ?? []).forEach((want, k) => {
    const id = ids[k];
    const got: DraftModel | undefined = read?.models[id];
    const used = new Set<number>();
    const cell = (where: string, expected: string | null, found: string | undefined, doubted: boolean) => {
      if (expected === null) return;
      if (!read) out.refused++;
      else if (doubted) out.unsure++;
      else if (found === expected) out.right++;
      else out.wrong.push(`model ${k + 1}, ${where}: ${found ?? "nothing"} for ${expected}`);
    };
    const isDoubted = (term: string | null, field: string | null) => (read?.unsure ?? []).some((one) => (one.model === null || one.model === id) && (one.term === null ? one.field !== null && one.field === field && term === null : term !== null && (level(one.term).startsWith(level(term)) || level(one.term).endsWith(level(term)))) && (one.field === null || field === null || one.field === field));
    want.rows.forEach(([label, coef, stars, se]) => {
      const exact = got?.rows.findIndex((row, i) => !used.has(i) && (level(row.term) === level(label) || level(row.label ?? "") === level(label))) ?? -1;
      const like = exact !== -1 ? exact : got?.rows.findIndex((row, i) => !used.has(i) && row.coef === coef && (se === null || row.se === se)) ?? -1;
      const row = like === -1 ? undefined : got?.rows[like];
      if (like !== -1) used.add(like);
      const term = row?.term ?? label;
      cell(`${label}, coef`, coef, row?.coef, isDoubted(term, "coef"));
      cell(`${label}, stars`, stars, row?.stars, isDoubted(term, "stars"));
      cell(`${label}, se`, se, row?.se, isDoubted(term, "se"));
    });
    cell("n", want.n, got?.n === undefined ? undefined : String(got.n), isDoubted(null, "n"));
    cell("logLik", want.logLik, got?.logLik, isDoubted(null, "logLik"));
    cell("pseudoR2", want.pseudoR2, got?.pseudoR2, isDoubted(null, "pseudoR2"));
    got?.rows.forEach((row, i) => {
      if (!used.has(i)) out.invented.push(`model ${k + 1}: ${row.term} ${row.coef}`);
    });
  });
  for (const id of ids.slice((models ?? []).length)) if (models && models.length > 0) out.invented.push(`model ${id}`);
  return out;
}
