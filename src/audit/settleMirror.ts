import { dictionary } from "../published/dictionary";
import type { Assignment } from "./linkedCounts";
import { say } from "./words";

/** An alternative must lie this much further from the implied shares, added over a group's models, to be told apart. */
const CLEARLY = 0.05;

/**
 * Chooses, for each group of linked models, among the counts and their mirrors: the one nearest to the shares of events
 * that the coefficients imply; where nothing is implied, or two are about as near, the one with more events.
 *
 * @param groups   assignments by group, as `linkedCounts` gives them
 * @param implied  the implied share of a model, or what is missing to compute it
 */
export function settleMirror(
  groups: readonly (readonly Assignment[])[],
  sizes: Readonly<Record<string, number>>,
  implied: (id: string) => number | readonly string[],
): { events: Record<string, number>; settledBy: string | null; settledByZh: string | null } {
  const events: Record<string, number> = dictionary([]);
  const sentences: string[] = [];
  const sentencesZh: string[] = [];
  for (const group of groups) {
    const shares = Object.keys(group[0]).flatMap((id) => {
      const share = implied(id);
      return typeof share === "number" ? [{ id, share }] : [];
    });
    const distance = (assignment: Assignment) => shares.reduce((sum, { id, share }) => sum + Math.abs(share - assignment[id] / sizes[id]), 0);
    const total = (assignment: Assignment) => Object.values(assignment).reduce((sum, count) => sum + count, 0);
    const nearest = [...group].sort((a, b) => distance(a) - distance(b) || total(b) - total(a));
    const rival = nearest.find((assignment) => isMirror(assignment, nearest[0], sizes));
    const settled = shares.length > 0 && rival !== undefined && distance(rival) - distance(nearest[0]) > CLEARLY;
    const chosen = settled ? nearest[0] : [...group].sort((a, b) => total(b) - total(a))[0];
    Object.assign(events, chosen);
    if (settled) sentencesZh.push(...shares.map(({ id, share }) => `${id} 隐含 ${say(share, 4)}，由表推出 ${say(chosen[id] / sizes[id], 4)}，镜像 ${say(1 - chosen[id] / sizes[id], 4)}`));
    if (settled) sentences.push(...shares.map(({ id, share }) => `${id} ${say(share, 4)} implied against ${say(chosen[id] / sizes[id], 4)}, mirror ${say(1 - chosen[id] / sizes[id], 4)}`));
  }
  return {
    events,
    settledBy: sentences.length > 0 ? `The level settles it, the coefficients averaged over the margins: ${sentences.join("; ")}.` : null,
    settledByZh: sentencesZh.length > 0 ? `由水平（系数按边际分布平均）可以判定：${sentencesZh.join("；")}。` : null,
  };
}

const isMirror = (a: Assignment, b: Assignment, sizes: Readonly<Record<string, number>>): boolean =>
  Object.keys(a).every((id) => a[id] === sizes[id] - b[id]);
