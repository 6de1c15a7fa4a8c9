import type { Form } from "../io/jsonForm";

const text: Form = { type: "string", minLength: 1 };
const bilingual: Form = { type: "object", required: ["en", "zh"], additionalProperties: false, properties: { en: text, zh: text } };
const answer: Form = { type: "object", required: ["code", "en", "zh"], additionalProperties: false, properties: { code: text, en: text, zh: text } };

const column: Form = {
  type: "object", required: ["name", "label", "question", "type"], additionalProperties: false,
  properties: {
    name: text, label: bilingual, question: bilingual, type: { enum: ["id", "label", "whole number", "choice", "ordered"] },
    missing: { type: "array", items: text }, paperSection: { type: "string" }, key: { type: "boolean" }, optional: { type: "boolean" },
    oneSuffices: { type: "array", items: text, minItems: 2, uniqueItems: true }, least: { type: "number" }, most: { type: "number" },
    answers: { type: "array", items: answer, minItems: 1 },
  },
};

/** The form of a codebook's file; what its names must agree with is checked after it. */
export const CODEBOOK_FORM: Form = {
  type: "object", required: ["columns", "missingCodes"], additionalProperties: false,
  properties: { about: {}, missingCodes: { type: "array", items: answer }, columns: { type: "array", items: column, minItems: 1 } },
};
