import type { PublishedModel, PublishedRow, PublishedTable } from "../../published/publishedTable";
import type { Check, Example, Outcome, RawFinding, Result } from "../check";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import type { OpenReading } from "../options";
import { nameOfModel } from "../printedModel";
import { PSEUDO_R2_DEFINITIONS } from "../pseudoR2Definitions";
import { literal, nameOf, printedCell, slopesOf } from "../words";

interface Note {
  readonly model: string | null;
  readonly term: string | null;
  readonly printed: Readonly<Record<string, string>>;
  readonly en: string;
  readonly zh: string;
  readonly code: string;
}

/**
 * What a reader needs to know of the measurements and is not told.
 *
 * Method    from the table itself: a squared term without its linear term, terms and outcome absent from the
 *           descriptive table, means without SDs, an unnamed R², one term under two labels. From what is handed in:
 *           the readings that the paper leaves open, and notes on its text (`measurement` in the table's file).
 * Source    AAPOR (2021), disclosure items; Agresti (2010), ch. 3.
 * Never says inconsistent: silence is not an error.
 */
function run({ table, options: { readings = [] } }: Given): Outcome<null> {
  const notes = [
    ...squaredAlone(table),
    ...notDescribed(table),
    ...meansWithoutSd(table),
    ...unnamedR2(table),
    ...twoLabels(table),
    ...(table.measurement ?? []).map((note): Note => ({
      model: note.model ?? null, term: note.term ?? null, printed: note.section ? { section: note.section } : {},
      en: note.en, zh: note.zh, code: `published.measurement.find(({ id }) => id === ${literal(note.id)})`,
    })),
    ...readings.map(leftOpen),
  ];
  return { results: notes.map(resultOf), findings: notes.map(findingOf), needs: [], answer: null };
}

const resultOf = ({ model, term, en, zh }: Note): Result => ({ model, term, verdict: "cannot-tell", interval: null, why: en, whyZh: zh });

const findingOf = ({ model, term, printed, en, zh, code }: Note): RawFinding => ({
  severity: "note", model, term, printed, message: en, messageZh: zh, code,
});

const SQUARED = /(?:²|\^2|2|[\s_.]?squared|[\s_.]?sq|的?平方)$/i;

/** The name of what is squared, or undefined where nothing is. */
const baseOfSquare = (name: string): string | undefined => (SQUARED.test(name) && name.replace(SQUARED, "") !== "" ? name.replace(SQUARED, "").toLowerCase() : undefined);

function squaredAlone(table: PublishedTable): Note[] {
  const byTerm = new Map<string, { models: string[]; row: PublishedRow }>();
  for (const [id, { rows }] of Object.entries(table.models)) {
    const names = rows.flatMap((row) => [row.term, row.label, row.en]).map((name) => name?.toLowerCase());
    for (const row of rows) {
      // Two notations must agree, or the term must say so in words: "x2" may be the second of several x.
      const bases = [row.label, row.en, row.term].flatMap((name) => (name === undefined ? [] : baseOfSquare(name) ?? []));
      const numbered = row.term.endsWith("2") && ["1", "3"].some((digit) => names.includes(row.term.toLowerCase().replace(/2$/, digit)));
      if (bases.length === 0 || numbered || bases.some((base) => names.includes(base))) continue;
      const seen = byTerm.get(row.term) ?? { models: [], row };
      byTerm.set(row.term, { ...seen, models: [...seen.models, id] });
    }
  }
  return [...byTerm].map(([term, { models, row }]) => ({
    model: models[0], term, printed: Object.fromEntries(models.map((id) => [id, printedCell(table.models[id].rows.find((one) => one.term === term)!)])),
    en: `${nameOf(row).en} stands in ${models.map((id) => nameOfModel(id, table.models[id])).join(", ")} without its linear term. The curve is then forced to turn at zero, so its sign says only whether the effect rises with the value.`,
    zh: `${nameOf(row).zh} 在 ${models.map((id) => nameOfModel(id, table.models[id])).join("、")} 中没有相应的一次项。曲线被迫以零为顶点，其符号只说明随数值增大而上升或下降。`,
    code: `audit(published).findings.find(({ check, term }) => check === "measurement" && term === ${literal(term)})`,
  }));
}

function notDescribed(table: PublishedTable): Note[] {
  if (!table.table1) return [];
  const described = Object.keys(table.table1).filter((key) => key !== "n").map((key) => key.replace(/Mean$/, "").toLowerCase());
  const covered = (name: string) => described.some((key) => name.toLowerCase().startsWith(key));
  const rows = new Map(Object.values(table.models).flatMap((model) => slopesOf(model)).map((row) => [row.term, row]));
  const missing = [...rows.values()].filter(({ term }) => !covered(term));
  const outcomes = [...new Set(Object.values(table.models).map(({ outcome }) => outcome).filter((outcome) => outcome !== undefined && outcome !== "" && !covered(outcome)))];
  const notes: Note[] = missing.map((row) => ({
    model: null, term: row.term, printed: {},
    en: `${nameOf(row).en} is in the models but not in the descriptive table. How it is coded and how many have it cannot be seen.`,
    zh: `${nameOf(row).zh} 进入了模型，却未出现在描述统计表中。其编码与分布无从得知。`,
    code: `Object.keys(published.table1).some((key) => ${literal(row.term)}.startsWith(key))`,
  }));
  if (outcomes.length === 0) return notes;
  return [...notes, {
    model: null, term: null, printed: {},
    en: `The descriptive table leaves out the outcome (${outcomes.join("; ")}). How many had the event has to be worked out from log-likelihood and R².`,
    zh: `描述统计表缺少因变量${outcomes.every(isChinese) ? `（${outcomes.join("；")}）` : ""}。事件数只能由对数似然与 R² 反推。`,
    code: "Object.keys(published.table1)",
  }];
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

function meansWithoutSd(table: PublishedTable): Note[] {
  const bare = Object.entries(table.table1 ?? {}).filter(([variable, value]) => typeof value === "string" && !table.scales?.[variable]?.sd);
  if (bare.length === 0) return [];
  return [{
    model: null, term: null, printed: Object.fromEntries(bare.map(([variable, value]) => [variable, value as string])),
    en: `Means are printed without standard deviations (${bare.map(([variable]) => variable).join(", ")}). One-unit effects cannot be set against how much people differ, and GRIMMER cannot be run.`,
    zh: `${bare.length} 个均值未附标准差。无法把单位变化的效应与个体差异对照，也无法进行 GRIMMER 检验。`,
    code: "published.table1",
  }];
}

function unnamedR2(table: PublishedTable): Note[] {
  const printing = Object.entries(table.models).filter(([, { pseudoR2 }]) => pseudoR2 !== undefined);
  if (printing.length === 0 || table.pseudoR2Definition) return [];
  return [{
    model: null, term: null, printed: Object.fromEntries(printing.map(([id, { pseudoR2 }]) => [id, pseudoR2!])),
    en: `A pseudo R² is printed and not named; at least ${PSEUDO_R2_DEFINITIONS.length} are in use, and they differ severalfold. They cannot be compared with other papers' until it is named.`,
    zh: `表中列出伪 R² 而未说明定义；常用的至少有 ${PSEUDO_R2_DEFINITIONS.length} 种，数值可相差数倍。未说明之前无法与其他研究比较。`,
    code: "published.pseudoR2Definition",
  }];
}

function twoLabels(table: PublishedTable): Note[] {
  const labels = new Map<string, Map<string, string>>();
  for (const [id, model] of Object.entries<PublishedModel>(table.models)) {
    for (const { term, label } of model.rows) {
      if (label === undefined) continue;
      if (!labels.has(term)) labels.set(term, new Map());
      if (!labels.get(term)!.has(label)) labels.get(term)!.set(label, id);
    }
  }
  return [...labels].filter(([, names]) => names.size > 1).map(([term, names]) => ({
    model: [...names.values()][0], term, printed: Object.fromEntries([...names].map(([label, id]) => [id, label])),
    en: `One variable goes by ${names.size} names: ${[...names.keys()].join(", ")}. A reader may take them for different measures.`,
    zh: `同一变量有 ${names.size} 个名称：${[...names.keys()].join("、")}。读者可能误以为是不同的测量。`,
    code: `audit(published).findings.find(({ check, term }) => check === "measurement" && term === ${literal(term)})`,
  }));
}

const leftOpen = ({ name, choices, default: taken, paperSection, en, zh }: OpenReading): Note => ({
  model: null, term: null, printed: { section: paperSection },
  en: `Left open (§${paperSection}): ${en} Readings: ${choices.join(" | ")}; ${taken} is taken here.`,
  zh: `文中未定（§${paperSection}）：${zh} 编码方案：${choices.join(" | ")}；此处取 ${taken}。`,
  code: `readings.find(({ name }) => name === ${literal(name)})`,
});

const example = (linear: string): Example => exampleTable([{ term: linear, coef: "0.100", se: "0.100", stars: "" }, { term: "age2", coef: "0.001", se: "0.001", stars: "" }], {});

/** What a reader needs to know of the measurements and is not told. */
export const measurement: Check<null> = {
  name: "measurement",
  title: { en: "Measurement", zh: "测量" },
  source: "AAPOR (2021), Code of Professional Ethics and Practices, disclosure items; Agresti (2010), Analysis of Ordinal Categorical Data, ch. 3",
  proves: false,
  weight: 10,
  run,
  passes: example("age"),
  fails: example("income"),
};
