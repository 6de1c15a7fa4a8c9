import type { Bilingual } from "../bilingual";
import type { Engine } from "../engines/engine";
import type { PublishedTable } from "../published/publishedTable";
import type { Readings } from "../sfrc/readings";
import { heldAgainstPrint, type Reproduction } from "../sfrc/reproduction";
import { sfrc } from "../sfrc/study";
import { table1 } from "../sfrc/table1";
import { applyReadings } from "../study/applyReadings";
import type { DescriptiveTable } from "../study/descriptiveTable";
import { runStudy, type StudyResult } from "../study/runStudy";
import { starsOf } from "../study/stars";
import { verdictsOf } from "../study/verdicts";
import type { Codebook } from "../survey/codebook";
import type { Mapping } from "../survey/mapping";
import { codedRows, itemsSql } from "./codedSql";
import { contactSql } from "./contactSql";
import { countedPeople } from "./countedPeople";
import { modelInSource, type ModelInSource, type WayInSource } from "./modelInSource";
import { readAnswers } from "./readAnswers";

/** How raw answers in a source are read and fitted. */
export interface HowFromSource {
  readonly codebook: Codebook;
  readonly mapping?: Mapping | undefined;
  readonly readings: Readings;
  /** Default: by how many patterns there are. */
  readonly way?: "patterns" | "steps" | undefined;
  /** Most patterns of all columns together, and of those of one model. */
  readonly most?: { readonly together: number; readonly model: number };
}

/** The paper's exhibits of people in a source. */
export interface FromSource {
  readonly made: Reproduction;
  readonly synthetic: boolean;
  readonly notes: readonly Bilingual[];
}

/** People of so many patterns are held in memory all at once; beyond, each model asks for its own. */
const MOST = { together: 500_000, model: 2_000_000 };
const TABLE_1 = ["city", "education", "supportSelf", "supportKin", "supportUnit", "cumulativeCausation", "participationBehaviour", "participationCognition"];

/**
 * The paper's models on a table of raw answers in a source: answers are understood, the sample is selected and every variable
 * coded in SQL made from the rules for files; equal people are counted together, and fits and tables are those of the people.
 *
 * @throws {BadInput} as `readAnswers`, and what the engine refuses; more patterns than fit in memory where `way` is patterns
 */
export async function reproduceFrom(engine: Engine, published: PublishedTable, { codebook, mapping, readings, way, most = MOST }: HowFromSource): Promise<FromSource> {
  const answers = await readAnswers(engine, codebook, mapping);
  const items = itemsSql(engine, answers, codebook, readings);
  const coded: Engine = { ...engine, ...codedRows(items, await contactSql(engine, items, readings), engine) };
  const { synthetic, rows } = answers;
  const about = { readings, synthetic };
  const everything = coded.columns.map(({ name }) => name).filter((name) => name !== "age2");
  const counted = way === "steps" ? undefined : await countedPeople(coded, everything, most.together);
  if (counted !== undefined) {
    const people = counted.people.map((person) => ({ ...person, age2: person.age === undefined ? undefined : person.age ** 2 }));
    const all = { ...counted, people, ...about };
    const made = heldAgainstPrint(about, runStudy(sfrc, all), table1(all), published);
    return { made, synthetic, notes: [togetherNote(rows, made.exact.n as number, people.length)] };
  }
  // Some fifty queries follow, each of which would plan the coding anew and code every row again: where the engine can keep rows, they are coded once.
  const held: Engine = engine.hold !== undefined ? { ...coded, rows: await engine.hold(`SELECT * FROM ${coded.rows} AS p`) } : coded;
  const { result, bySteps } = await modelByModel(held, about, { way, most: most.model });
  const exact = await table1In(held, readings);
  const notes = [apartNote(rows, exact.n as number), ...(bySteps.length > 0 ? [stepsNote(bySteps)] : [])];
  return { made: heldAgainstPrint(about, result, exact, published), synthetic, notes };
}

const togetherNote = (rows: number, people: number, patterns: number): Bilingual => ({
  en: `${rows} rows, ${people} people in the sample, of ${patterns} patterns (equal people counted together; tables and fits are theirs)`,
  zh: `${rows} 行，样本 ${people} 人，共 ${patterns} 种取值组合（相同的人合并计数；表格与拟合都是这些人的）`,
});
const apartNote = (rows: number, people: number): Bilingual => ({ en: `${rows} rows, ${people} people in the sample, each model by itself`, zh: `${rows} 行，样本 ${people} 人，各模型分别计算` });
const stepsNote = (models: readonly string[]): Bilingual => ({ en: `by Newton steps in SQL, one query each: ${models.join(", ")}`, zh: `在 SQL 中按牛顿法逐步拟合，每步一次查询：${models.join("、")}` });

async function modelByModel(coded: Engine, { readings, synthetic }: { readings: Readings; synthetic: boolean }, how: WayInSource): Promise<{ result: StudyResult; bySteps: string[] }> {
  const study = applyReadings(sfrc, readings);
  const models: (readonly [string, ModelInSource])[] = [];
  for (const spec of study.models) models.push([spec.id, await modelInSource(coded, study, spec, how)] as const);
  const of = <Part extends keyof ModelInSource>(part: Part): Record<string, NonNullable<ModelInSource[Part]>> =>
    Object.fromEntries(models.flatMap(([id, model]) => (model[part] === undefined ? [] : [[id, model[part]]])));
  const fits = of("fit");
  const result = { study, readings, synthetic, samples: of("sample"), fits, refused: of("refused"), parallelLines: of("parallelLines"), verdicts: verdictsOf(study, fits, starsOf) };
  return { result, bySteps: models.flatMap(([id, { fit, sample }]) => (fit !== undefined && sample.people.length === 0 ? [id] : [])) };
}

/** Table 1 by three counts, each of few patterns: the shares together, the two means apart. */
async function table1In(coded: Engine, readings: Readings): Promise<DescriptiveTable> {
  const of = async (columns: readonly string[]): Promise<DescriptiveTable> => table1({ ...(await countedPeople(coded, columns, MOST.model))!, readings });
  const [{ ageMean }, { contactWillingnessMean }] = [await of(["age"]), await of(["contactWillingness"])];
  return { ...(await of(TABLE_1)), ageMean, contactWillingnessMean };
}
