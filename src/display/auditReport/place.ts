import type { AuditReport } from "../../audit/audit";
import type { Bilingual } from "../../bilingual";

/** Where a finding or result stands, as a reader of the table calls it; undefined for the table as a whole. */
export function placeOf({ models, terms }: Pick<AuditReport, "models" | "terms">, { model, term }: { model: string | null; term: string | null }): Bilingual | undefined {
  const name = model === null ? undefined : Object.hasOwn(models, model) ? { en: models[model], zh: models[model] } : OTHER[model] ?? { en: model, zh: model };
  const what = term === null ? undefined : Object.hasOwn(terms, term) ? terms[term] : { en: term, zh: term };
  const parts = [name, what].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { en: parts.map(({ en }) => en).join(" · "), zh: parts.map(({ zh }) => zh).join(" · ") };
}

const OTHER: Readonly<Record<string, Bilingual | undefined>> = Object.assign(Object.create(null) as object, { table1: { en: "descriptive table", zh: "描述统计表" } });

const FIELDS: Readonly<Record<string, string>> = Object.assign(Object.create(null) as object, {
  coef: "系数", se: "标准误", stars: "星号", z: "z", t: "t", wald: "Wald", p: "p", lower: "下限", upper: "上限", oddsRatio: "优势比",
  n: "样本量", logLik: "对数似然值", pseudoR2: "伪 R²", "R²": "伪 R²", one: "取 1 的人数", reference: "参照组人数", rarer: "较少一类人数", answer: "选项",
  count: "频数", percentage: "百分比", mean: "均值", sd: "标准差", slopes: "自变量个数", section: "章节",
});

/** What a printed number of a finding is, in words: "se of m1" → "标准误（模型1）". */
export function fieldName({ models, terms }: Pick<AuditReport, "models" | "terms">, key: string): Bilingual {
  const [, field, id] = /^(.+?) of (.+)$/s.exec(key) ?? [];
  const called = (name: string) => (Object.hasOwn(models, name) ? models[name] : name);
  if (field !== undefined && FIELDS[field] !== undefined) return { en: `${field} of ${called(id)}`, zh: `${FIELDS[field]}（${called(id)}）` };
  if (FIELDS[key] !== undefined) return { en: key, zh: FIELDS[key] };
  const dot = [...key.matchAll(/\./g)].find(({ index }) => Object.hasOwn(models, key.slice(0, index)) && Object.hasOwn(terms, key.slice(index + 1)));
  if (dot) return placeOf({ models, terms }, { model: key.slice(0, dot.index), term: key.slice(dot.index + 1) })!;
  return Object.hasOwn(models, key) ? { en: called(key), zh: called(key) } : { en: key, zh: key };
}
