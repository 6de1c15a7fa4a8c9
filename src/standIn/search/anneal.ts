import type { Random } from "../random";
import { withinBounds } from "./bounds";
import type { Tolerances } from "./cost";
import { modelCost } from "./cost";
import { apply, drawMove } from "./moves";
import type { People } from "../people";
import { copyPeople, FACTS } from "../people";
import { RunningModel } from "./runningModel";
import type { ModelTarget } from "./targets";

/** Accepted moves between two full refits: one Newton step from the reference stays accurate that long. */
const REFIT_EVERY = 300;

/** A model in the search, what it costs, and what it would cost after the move proposed. */
interface Costed {
  readonly model: RunningModel;
  cost: number;
  trialCost: number;
}

/** People and the models running over them: proposes moves and keeps those worth keeping. */
export class Annealing {
  private readonly running: readonly Costed[];
  private sinceRefit = 0;
  private lastFitted: People;

  constructor(readonly people: People, targets: readonly ModelTarget[], private readonly random: Random, private readonly tolerances: Tolerances) {
    this.running = targets.map((target) => ({ model: new RunningModel(target), cost: 0, trialCost: 0 }));
    if (!this.refit()) throw new Error("the search starts from people whose models have no estimate: take another seed");
    this.lastFitted = copyPeople(people);
  }

  get cost(): number {
    return sumOf(this.running);
  }

  /** Full refits, from which costs are taken anew. False where a model is separated. */
  refit(): boolean {
    this.sinceRefit = 0;
    return this.running.every((costed) => {
      if (!costed.model.refit(this.people)) return false;
      costed.cost = this.costOf(costed.model);
      return true;
    });
  }

  /** Takes up the search from people it had before. */
  returnTo(people: People): void {
    for (const fact of FACTS) this.people[fact].set(people[fact]);
    this.refit();
  }

  /** Proposes one move; keeps it where it costs at most `-temperature · ln(u)` more. */
  propose(temperature: number): boolean {
    const edits = drawMove(this.people, this.random);
    if (edits === undefined) return false;
    const rows = [...new Set(edits.map((edit) => edit.person))];
    const touched = this.running.filter(({ model }) => rows.some((i) => model.holds(i, this.people.changchun)));
    for (const { model } of touched) model.take(this.people, rows);
    const undo = apply(this.people, edits);
    const allowed = this.cost - temperature * Math.log((this.random.bits() + 1) / 2 ** 32);
    if (!withinBounds(this.people) || !this.worthIt(touched, rows, allowed)) {
      apply(this.people, undo);
      return false;
    }
    for (const costed of touched) {
      costed.model.accept();
      costed.cost = costed.trialCost;
    }
    if (++this.sinceRefit >= REFIT_EVERY) this.refitOrGoBack();
    return true;
  }

  private worthIt(touched: readonly Costed[], rows: readonly number[], allowed: number): boolean {
    let cost = this.cost - sumOf(touched);
    for (const costed of touched) {
      costed.model.put(this.people, rows);
      if (!costed.model.tryStep()) return false;
      costed.trialCost = this.costOf(costed.model);
      cost += costed.trialCost;
      if (cost > allowed) return false; // costs only add up: the rest need not be looked at
    }
    return true;
  }

  /** One step from a reference cannot see a separated outcome coming: then return to the people of the last refit. */
  private refitOrGoBack(): void {
    if (this.refit()) this.lastFitted = copyPeople(this.people);
    else this.returnTo(this.lastFitted);
  }

  private costOf(model: RunningModel): number {
    return modelCost(model, this.tolerances, logLikNull(model, this.people));
  }
}

const sumOf = (costed: readonly Costed[]): number => costed.reduce((sum, { cost }) => sum + cost, 0);

/** Log-likelihood of the model without terms: its levels at their own shares. */
function logLikNull(model: RunningModel, people: People): number {
  const counts = [0, 0, 0];
  for (let i = 0; i < people.n; i++) {
    if (model.holds(i, people.changchun)) counts[model.target.level(people.outcome[i])]++;
  }
  return counts.reduce((sum, count) => (count === 0 ? sum : sum + count * Math.log(count / model.target.n)), 0);
}
