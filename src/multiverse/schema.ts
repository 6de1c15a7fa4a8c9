import type { Form } from "../io/jsonForm";

const text: Form = { type: "string", minLength: 1 };
const texts: Form = { type: "array", items: text, uniqueItems: true };
const bilingual: Form = { type: "object", required: ["en", "zh"], additionalProperties: false, properties: { en: text, zh: text } };
const oneOrMore: Form = { anyOf: [text, { ...texts, minItems: 1 }] };
const value: Form = { type: ["string", "number"] };
const condition: Form = {
  anyOf: [
    value, { type: "array", items: value, minItems: 1 },
    { type: "object", additionalProperties: false, minProperties: 1, properties: { least: { type: "number" }, most: { type: "number" } } },
  ],
};
const dictionaryOf = (what: Form) => ({ type: "object", additionalProperties: what });

const option: Form = {
  type: "object", additionalProperties: false, required: ["id", "reason", "source", "kind"],
  properties: {
    id: text, paper: { const: true }, reason: bilingual, source: text, kind: { enum: ["equivalent", "notEquivalent", "uncertain"] },
    when: dictionaryOf(oneOrMore), readings: dictionaryOf(text), skips: texts, excludes: dictionaryOf(condition),
    group: text, outcome: text, family: { enum: ["binomial", "ordered"] }, link: { enum: ["logit", "probit", "cloglog"] },
    nonparallel: texts, missing: { enum: ["dropped", "imputed"] }, imputations: { type: "number" }, seed: { type: "number" },
    drops: texts, adds: texts, covariance: { type: "string", pattern: "^(classical|HC1|cluster:.+)$" },
  },
};

/** The form of a multiverse's file, as JSON Schema; what the names in it must agree with is checked after it. */
export const SPEC_SCHEMA: Form = {
  type: "object", additionalProperties: false, required: ["title", "models", "terms", "decisions"],
  properties: {
    about: {}, title: bilingual, models: { ...texts, minItems: 1 }, terms: { ...texts, minItems: 1 },
    decisions: {
      type: "array", minItems: 1,
      items: {
        type: "object", additionalProperties: false, required: ["id", "en", "zh", "options"],
        properties: { id: text, en: text, zh: text, options: { type: "array", minItems: 1, items: option } },
      },
    },
    blocks: { type: "array", minItems: 1, items: { ...texts, minItems: 1 } },
    universes: { type: "array", minItems: 1, items: dictionaryOf(text) },
  },
};
