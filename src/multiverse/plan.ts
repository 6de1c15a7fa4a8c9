import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { belongs, meets } from "../study/group";
import type { CodedPerson, Group, Study } from "../study/study";
import { ArenaBuilder } from "./arena";
import type { PlannedFit } from "./plannedFit";
import { codingsOf, type HowCoded, howCoded, keyOfCoding, readOnce, resolve, type Resolved } from "./resolve";
import { shortDigest } from "./shortDigest";
import { type Choice, paperChoice, type Spec } from "./spec";

/** Codes a study's people; each way of coding is asked for once. With `imputation`, people whose missing answers were drawn. */
export type Code = (how: HowCoded) => readonly CodedPerson[];

/** A universe: a choice of options, for one term of one model. */
export interface Universe {
  readonly id: string;
  readonly paper: boolean;
  readonly options: Choice;
  /** The study's model that it varies. */
  readonly model: string;
  readonly group: string;
  readonly outcome: string;
  readonly term: string;
  readonly n: number;
  /** Of the people it is fitted on: the same people, the same digest. */
  readonly sample: string;
  /** The same for universes of a curve that have the same likelihood, since only origin and unit of columns differ; whichever run they were planned in. */
  readonly likelihood: string;
  /** Place of its fit; undefined where its model has not the term. */
  readonly fit?: number;
  /** −1 where the term is coded the other way round than hypotheses speak of it. */
  readonly sign: 1 | -1;
}

export interface Plan {
  readonly arena: ArenaBuilder;
  readonly fits: readonly PlannedFit[];
  readonly universes: readonly Universe[];
}

/**
 * Codes the people once for each way of coding, and lays out what each universe fits on whom.
 *
 * @throws {BadInput} an option's column that no coded person has; people with one id
 */
export function planUniverses(spec: Spec, study: Study, choices: readonly Choice[], code: Code): Plan {
  const coded = codings(code);
  const asRead = readOnce(study);
  const resolved = choices.flatMap((choice) => {
    const how = howCoded(spec, choice);
    const from = codingsOf(how).map(coded);
    return spec.models.map((model) => ({ choice, model, what: resolve(spec, asRead(how.readings), model, choice), from }));
  });
  const arena = new ArenaBuilder([...new Set([...new Set(resolved.flatMap(({ from }) => from))].flatMap(({ ids }) => ids))]);
  const fits: PlannedFit[] = [];
  const fitAt = new Map<string, number>();
  const universes: Universe[] = [];
  const paper = JSON.stringify(paperChoice(spec));
  for (const { choice, model, what, from } of resolved) {
    const isPaper = JSON.stringify(choice) === paper;
    const name = isPaper ? "paper" : digest(choice, 8);
    const [first, ...imputed] = from.map((people) => planFit(arena, people, what));
    const planned = imputed.length === 0 ? first : { ...first, imputed };
    const key = JSON.stringify(planned);
    const at = fitAt.get(key) ?? fits.push(planned) - 1;
    fitAt.set(key, at);
    const likelihood = likelihoodOf(arena, planned);
    for (const term of spec.terms) {
      const place = planned.terms.indexOf(term);
      const own = place < 0 ? "" : arena.likeContents[planned.columns[place]];
      universes.push({
        id: [model, term, name].join("."), // a template is kept in memory as its pieces
        paper: isPaper, options: choice, model, group: what.model.group, outcome: what.model.outcome, term,
        n: arena.rows[planned.rows].length, sample: arena.digests[planned.rows], likelihood: digest([model, term, own, likelihood], 8), sign: what.opposed.includes(term) ? -1 : 1,
        ...(place >= 0 && { fit: at }),
      });
    }
  }
  return { arena, fits, universes };
}

const digest = (what: unknown, size: number): string => shortDigest(size, JSON.stringify(what));

/** What a model's likelihood hangs on, told by what columns hold. */
const likelihoodOf = (arena: ArenaBuilder, { family, link, covariance, clusters, outcome, rows, columns, terms, nonparallel, imputed }: PlannedFit): string => {
  const { contents, likeContents, digests } = arena;
  const free = nonparallel && terms.flatMap((term, j) => (nonparallel.includes(term) ? [likeContents[columns[j]]] : [])).sort();
  return digest([
    family, link, covariance, clusters === undefined ? "" : contents[clusters], digests[rows], contents[outcome], columns.map((column) => likeContents[column]).sort(),
    ...(free ? [{ free }] : []), ...(imputed ? [imputed.map((one) => likelihoodOf(arena, one))] : []),
  ], 16);
};

interface People {
  readonly ids: readonly string[];
  readonly people: readonly CodedPerson[];
  readonly columns: Map<string, number>;
  /** By group as JSON: who belongs to it. */
  readonly members: Map<string, readonly boolean[]>;
  /** Where each stands in the arena. */
  places?: Int32Array;
}

function codings(code: Code): (how: HowCoded) => People {
  const known = new Map<string, People>();
  return (how) => {
    const key = keyOfCoding(how);
    const before = known.get(key);
    if (before) return before;
    const people = code(how);
    const ids = people.map((person, i) => String(person.id ?? i + 1));
    const twice = new Set(ids).size < ids.length ? ids.find((id, i) => ids.indexOf(id) < i) : undefined;
    if (twice !== undefined) throw new BadInput({ file: "the survey", column: "id" }, said`${twice} is the id of two people`, "an id of one's own for everybody", "Universes are compared person by person. Nothing was computed.");
    const made: People = { ids, people, columns: new Map(), members: new Map() };
    known.set(key, made);
    return made;
  };
}

function planFit(arena: ArenaBuilder, from: People, { study, model, link, nonparallel, covariance, excludes }: Resolved): PlannedFit {
  const group = study.groups.find(({ id }) => id === model.group)!;
  const column = (name: string): number => columnOf(arena, from, name, model.id);
  const columns = model.terms.map(column);
  const outcome = column(model.outcome);
  const members = membersIn(from, group);
  const places = (from.places ??= Int32Array.from(from.ids, (id) => arena.placeOf(id)));
  for (const name of excludes.flatMap((conditions) => Object.keys(conditions))) {
    // A misspelt one would leave everybody in.
    if (from.people.length > 0 && from.people.every((person) => person[name] === undefined)) throw new BadInput({ file: "excludes", column: name }, "no coded person has a value in this column", "a coded column", "Correct its name in the multiverse's file. Nothing was computed.");
  }
  const excluded = (person: CodedPerson): boolean => excludes.some((conditions) => Object.entries(conditions).some(([name, condition]) => meets(person[name], condition)));
  const needed = [...columns, outcome].map((at) => arena.columns[at]);
  const rows = from.people.flatMap((person, i) => {
    if (!members[i] || excluded(person)) return [];
    const at = places[i];
    return needed.every((values) => values[at] === values[at]) ? [at] : [];
  });
  const y = arena.columns[outcome];
  return {
    family: model.family, link, terms: model.terms, columns, outcome, covariance, rows: arena.rowSet(Int32Array.from(rows)),
    ...(nonparallel.length > 0 && { nonparallel }),
    ...(model.family === "ordered" && { levels: [...new Set(rows.map((i) => y[i]))].sort((a, b) => a - b) }),
    ...(covariance.startsWith("cluster:") && { clusters: labels(arena, from, covariance.slice("cluster:".length), model.id) }),
  };
}

function membersIn({ people, members }: People, group: Group): readonly boolean[] {
  const key = JSON.stringify(group.where);
  const found = members.get(key) ?? people.map((person) => belongs(group, person));
  members.set(key, found);
  return found;
}

function columnOf(arena: ArenaBuilder, { ids, people, columns }: People, name: string, model: string): number {
  const before = columns.get(name);
  if (before !== undefined) return before;
  const values = new Float64Array(arena.people).fill(NaN);
  people.forEach((person, i) => {
    const value = person[name];
    if (value === undefined) return;
    if (typeof value !== "number" || !Number.isFinite(value)) throw new BadInput({ file: `model ${model}`, column: name }, said`${ids[i]} has ${JSON.stringify(value)}`, "a number", "Nothing was computed.");
    values[arena.placeOf(ids[i])] = value;
  });
  if (people.length > 0 && values.every(Number.isNaN)) throw new BadInput({ file: `model ${model}`, column: name }, "no coded person has a value in this column", "a coded column", "Correct its name in the multiverse's file. Nothing was computed.");
  const at = arena.column(values);
  columns.set(name, at);
  return at;
}

/** A column of words as numbers, one for each word. */
function labels(arena: ArenaBuilder, { ids, people, columns }: People, name: string, model: string): number {
  const key = `labels of ${name}`;
  const before = columns.get(key);
  if (before !== undefined) return before;
  const words = [...new Set(people.map((person) => person[name]))].filter((word) => word !== undefined).sort();
  if (words.length === 0) throw new BadInput({ file: `model ${model}`, column: name }, "no coded person has a value in this column", "a coded column to cluster by", "Nothing was computed.");
  const values = new Float64Array(arena.people).fill(-1); // who has none is a cluster with the others who have none
  people.forEach((person, i) => (values[arena.placeOf(ids[i])] = words.indexOf(person[name]!)));
  const at = arena.column(values);
  columns.set(key, at);
  return at;
}
