import type { ColumnHead } from "./heads";
import type { Role } from "./vocabulary";

/** The columns of one model. */
export interface ModelColumns {
  readonly names: readonly string[];
  /** Coefficients, odds ratios or marginal effects: what the model's rows are. */
  readonly main: ColumnHead;
  readonly scale: "coef" | "oddsRatio" | "effect";
  /** Statistics beside it. */
  readonly beside: ReadonlyMap<Role, number>;
  /** A column right of its main one that nothing names. */
  readonly unnamed?: number;
}

export interface ModelsFound {
  readonly models: readonly ModelColumns[];
  /** Columns that belong to no model, with their headings. */
  readonly unused: readonly { readonly at: number; readonly text: string }[];
}

const DEPENDENT: readonly Role[] = ["se", "z", "t", "wald", "p", "ci", "lower", "upper", "df", "stars"];

interface Open {
  names: readonly string[];
  taken: Map<Role, ColumnHead>;
  unnamed?: number;
  /** A side estimate (an effect beside a coefficient) was met: what follows is its own. */
  side: boolean;
}

/** Columns taken together into models: a new one where a role comes again or another name stands over it. */
export function modelsOf(columns: readonly ColumnHead[], bracketed: (at: number) => boolean): ModelsFound {
  const open: Open[] = [];
  const unused: { at: number; text: string }[] = [];
  const hasHeads = columns.some(({ role, names, unknown }) => role !== undefined || names.length > 0 || unknown !== undefined);
  const hasRoles = columns.some(({ role }) => role !== undefined);
  columns.forEach((column, i) => {
    const current = open.at(-1);
    const role = column.role ?? (column.bracket !== undefined ? "coef" : undefined);
    if (role === "other") {
      unused.push({ at: column.at, text: headingOf(column, "other") });
      return;
    }
    if (role === undefined) {
      const unnamed = column.names.length === 0 && column.unknown === undefined;
      const sameName = current !== undefined && column.unknown === undefined && sameNames(column.names, current.names) && hasRoles;
      if (current && (unnamed || sameName) && !bracketed(column.at)) {
        if (current.taken.get("ci")?.at === column.at - 1) {
          const lower = current.taken.get("ci")!;
          current.taken.delete("ci");
          current.taken.set("lower", lower).set("upper", column);
        } else if (hasHeads && current.unnamed === undefined && estimateOf(current) && estimateOf(current)!.at === column.at - 1) current.unnamed = column.at;
        else unused.push({ at: column.at, text: headingOf(column) });
      } else if (!hasRoles || bracketed(column.at) || followedByDependent(columns, i)) {
        open.push({ names: [...column.names, ...(column.unknown === undefined ? [] : [column.unknown])], taken: new Map([["coef", column]]), side: false });
      } else unused.push({ at: column.at, text: headingOf(column) });
      return;
    }
    const another = current !== undefined && column.names.length > 0 && current.names.length > 0 && !sameNames(column.names, current.names);
    const again = current?.taken.has(role) ?? false;
    // A statistic that the model has not yet is its own, whatever stands over it: names in the middle over several columns.
    const own = current !== undefined && DEPENDENT.includes(role) && !again && estimateOf(current) !== undefined;
    const twoLimits = role === "ci" && current?.taken.get("ci")?.at === column.at - 1 && !another;
    if (current && twoLimits) {
      const lower = current.taken.get("ci")!;
      current.taken.delete("ci");
      current.taken.set("lower", lower).set("upper", column);
    } else if (current && !another && current.side && DEPENDENT.includes(role) && again) unused.push({ at: column.at, text: headingOf(column, role) });
    else if (!current || (another && !own) || again) open.push({ names: column.names, taken: new Map([[role, column]]), side: false });
    else {
      if ((role === "effect" || role === "oddsRatio") && current.taken.has("coef")) current.side = true;
      current.taken.set(role, column);
      if (current.names.length === 0) current.names = column.names;
    }
  });
  const models: ModelColumns[] = [];
  for (const { names, taken, unnamed } of open) {
    const scale = (["coef", "oddsRatio", "effect"] as const).find((one) => taken.has(one));
    if (scale === undefined) {
      for (const [role, column] of taken) unused.push({ at: column.at, text: headingOf(column, role) });
      continue;
    }
    const beside = new Map([...taken].filter(([role]) => role !== scale).map(([role, { at }]) => [role, at]));
    const effect = beside.get("effect");
    if (scale === "coef" && effect !== undefined) {
      unused.push({ at: effect, text: headingOf(taken.get("effect")!, "effect") });
      beside.delete("effect");
    }
    models.push({ names, main: taken.get(scale)!, scale, beside, ...(unnamed !== undefined && { unnamed }) });
  }
  return { models, unused };
}

const estimateOf = ({ taken }: Open): ColumnHead | undefined => taken.get("coef") ?? taken.get("oddsRatio") ?? taken.get("effect");
const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");
const headingOf = ({ names, unknown }: ColumnHead, role?: Role): string => [...names, unknown, role].filter(Boolean).join(", ");

/** Is this unnamed role a coefficient's, since the next column is a standard error or the like of it? */
function followedByDependent(columns: readonly ColumnHead[], i: number): boolean {
  const next = columns[i + 1];
  return next?.role !== undefined && DEPENDENT.includes(next.role);
}
