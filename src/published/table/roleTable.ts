import type { Block } from "./block";
import { type Role, rolesInLine } from "./columnRoles";
import { withoutFirstColumn } from "./headings";
import type { Region } from "./region";
import { tokensOf } from "./tokens";

/**
 * One model set as statistical programs print it: a line of headings ("B  S.E.  Wald  df  Sig.  Exp(B)"), then rows with
 * a number under each.
 *
 * @returns the same as a grid; undefined where no line of headings says what the columns hold
 */
export function roleTable({ caption, number, lines, notes }: Region): Block | undefined {
  const at = lines.findIndex((line) => rolesInLine(withoutFirstColumn(line)) !== undefined);
  if (at === -1) return undefined;
  const roles = rolesInLine(withoutFirstColumn(lines[at]))!;
  if (!roles.includes("coef") || !roles.includes("se")) return undefined;
  const grid = lines.slice(at + 1).map((line) => rowOf(line, roles));
  return {
    before: number === undefined ? caption : `Table ${number} ${caption}`,
    grid: [["", ...roles.map((role) => HEADINGS[role])], ...grid.map((row, i) => row ?? [lines[at + 1 + i].trim(), ...roles.map(() => "")])],
    after: notes,
  };
}

/** Headings that the grid reader knows again. */
const HEADINGS: Record<Role, string> = { coef: "coef", se: "se", stars: "stars", dropped: "p" };

function rowOf(line: string, roles: readonly Role[]): string[] | undefined {
  const [label, ...rest] = tokensOf(line);
  if (label?.kind !== "words" || rest.length === 0 || rest.some(({ kind }) => kind === "words")) return undefined;
  // Constants and statistics may leave columns at the right empty.
  if (rest.length > roles.length) return undefined;
  const stars = rest.find((token) => token.stars !== "")?.stars ?? "";
  const cells = roles.map((role, j) => (rest[j] ? rest[j].text + (role === "coef" ? stars : "") : ""));
  return [label.text, ...cells];
}
