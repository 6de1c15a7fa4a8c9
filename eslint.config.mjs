import tseslint from "typescript-eslint";

// The stages of the house, and what each may import. Data go one way: survey → coding → models → study → display → notebooks.
// (Files directly in src/, such as bilingual.ts and badInput.ts, are words that every stage shares.)
const MAY_IMPORT = {
  survey: [],
  models: [],
  published: [],
  audit: ["models", "published"],
  study: ["survey", "models", "published"],
  sfrc: ["survey", "models", "published", "study"],
  wvs: ["survey", "models", "published", "study"],
  display: ["survey", "models", "published", "study", "audit"],
  exhibits: ["survey", "models", "published", "study", "audit", "sfrc", "wvs", "display"],
  notebook: ["display"],
  browser: ["published", "audit", "models"],
};
const STAGES = [...Object.keys(MAY_IMPORT), "cli"];

const arrows = Object.entries(MAY_IMPORT).map(([stage, allowed]) => ({
  files: [`src/${stage}/**/*.ts`],
  rules: {
    "no-restricted-imports": ["error", {
      patterns: STAGES.filter((other) => other !== stage && !allowed.includes(other)).map((other) => ({
        regex: `^(\\.\\./)+${other}(/|$)`,
        message: `${stage}/ may import only ${["its own files", ...allowed.map((a) => `${a}/`)].join(", ")}.`,
      })),
    }],
  },
}));

export default tseslint.config(
  { ignores: ["dist/", "build/", "node_modules/", "vendor/", "notebooks/", "coverage/", "lab/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "off",
      eqeqeq: ["error", "always"],
      "prefer-const": "error",
    },
  },
  ...arrows,
);
