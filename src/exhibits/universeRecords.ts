import type { Bilingual } from "../bilingual";
import type { UniverseRecord, UniversesMeta } from "../display/figures/universeTable";
import type { FittedUniverse } from "../multiverse/fitUniverses";
import type { Decision, Option, OptionKind, Spec } from "../multiverse/spec";

/** SMART's words for how an option stands to the paper's. */
export const KINDS: Readonly<Record<OptionKind, Bilingual>> = {
  equivalent: { en: "equivalent", zh: "等价" },
  notEquivalent: { en: "not equivalent", zh: "不等价" },
  uncertain: { en: "uncertain", zh: "不确定" },
};

/** An option as a row of a figure names it; `*`: the paper's. */
export const optionName = (decision: Decision, option: Option): Bilingual => ({ en: `${decision.id}=${option.id}${option.paper ? " *" : ""}`, zh: `${decision.zh}：${option.id}${option.paper ? " *" : ""}` });

/** Decisions and options as a figure carries them, for the tables of its universes. */
export const universesMeta = ({ decisions }: Spec, universes: Bilingual, synthetic: boolean): UniversesMeta => ({
  universes, ...(synthetic && { synthetic: true as const }),
  decisions: decisions.map(({ id, en, zh, options }) => ({
    id, en, zh, options: options.map(({ id: option, paper, reason, source, kind }) => ({ id: option, paper, ...reason, ground: source, kind: KINDS[kind] })),
  })),
});

/** A universe as a figure carries it. */
export const universeRecord = ({ decisions }: Spec, { id, n, estimate, standardError, p, stars, options }: FittedUniverse, adjustedP: number | undefined): UniverseRecord => ({
  id, n, estimate, standardError, p, stars, ...(adjustedP !== undefined && { adjustedP }),
  options: decisions.map((decision) => decision.options.findIndex((option) => option.id === options[decision.id])),
});
