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

/** People, the running models and their costs: proposes moves and keeps those worth keeping. */
export class Annealing {
  readonly models: RunningModel[];
  private readonly costs: number[];
  private readonly trialCosts: number[];
  private sinceRefit = 0;
  private lastFitted: People;

  constructor(readonly people: People, targets: readonly ModelTarget[], private readonly random: Random, public tolerances: Tolerances) {
    this.models = targets.map((target) => new RunningModel(target));
    this.costs = targets.map(() => 0);
    this.trialCosts = [...this.costs];
    if (!this.refit()) throw new Error("the search starts from people whose models have no estimate: take another seed");
    this.lastFitted = copyPeople(people);
  }

  get cost(): number {
    return this.costs.reduce((sum, c) => sum + c, 0);
  }

  costOf(model: number): number {
    return this.costs[model];
  }

  /** Full refits, from which costs are taken anew. False where a model is separated. */
  refit(): boolean {
    this.sinceRefit = 0;
    return this.models.every((model, m) => {
      if (!model.refit(this.people)) return false;
      this.costs[m] = modelCost(model, this.tolerances, this.logLikNull(model));
      return true;
    });
  }

  /** One step from a reference cannot see a separated outcome coming: then return to the people of the last refit. */
  private refitOrGoBack(): void {
    if (this.refit()) this.lastFitted = copyPeople(this.people);
    else this.returnTo(this.lastFitted);
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
    const touched = this.models.filter((model) => rows.some((i) => model.holds(i, this.people.changchun)));
    for (const model of touched) model.take(this.people, rows);
    const undo = apply(this.people, edits);
    const allowed = this.cost - temperature * Math.log((this.random.bits() + 1) / 2 ** 32);
    if (!withinBounds(this.people) || !this.worthIt(touched, rows, allowed)) {
      apply(this.people, undo);
      return false;
    }
    for (const model of touched) {
      model.accept();
      const m = this.models.indexOf(model);
      this.costs[m] = this.trialCosts[m];
    }
    if (++this.sinceRefit >= REFIT_EVERY) this.refitOrGoBack();
    return true;
  }

  private worthIt(touched: readonly RunningModel[], rows: readonly number[], allowed: number): boolean {
    let cost = this.cost - touched.reduce((sum, model) => sum + this.costs[this.models.indexOf(model)], 0);
    for (const model of touched) {
      model.put(this.people, rows);
      if (!model.tryStep()) return false;
      const m = this.models.indexOf(model);
      this.trialCosts[m] = modelCost(model, this.tolerances, this.logLikNull(model));
      cost += this.trialCosts[m];
      if (cost > allowed) return false; // costs only add up: the rest need not be looked at
    }
    return true;
  }

  /** Log-likelihood of the model without terms: its levels at their own shares. */
  private logLikNull({ target }: RunningModel): number {
    const { people } = this;
    const counts = [0, 0, 0];
    for (let i = 0; i < people.n; i++) {
      if (i < people.changchun ? target.inChangchun : target.inSouth) counts[target.level(people.outcome[i])]++;
    }
    return counts.reduce((sum, count) => (count === 0 ? sum : sum + count * Math.log(count / target.n)), 0);
  }
}
