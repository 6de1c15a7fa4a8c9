import tseslint from "typescript-eslint";

// The stages of the house, and what each may import. Data go one way: survey → coding → models → study → display → notebooks.
// (Files directly in src/, such as bilingual.ts and badInput.ts, are words that every stage shares.)
const MAY_IMPORT = {
  faults: [],
  io: [],
  survey: [],
  models: [],
  published: [],
  engines: ["models"],
  audit: ["models", "published"],
  study: ["survey", "models", "published"],
  multiverse: ["survey", "models", "published", "study"],
  standIn: ["survey", "published", "models", "study", "sfrc"],
  sfrc: ["survey", "models", "published", "study"],
  inSource: ["survey", "models", "published", "study", "sfrc", "engines"],
  wvs: ["survey", "models", "published", "study"],
  exercises: ["survey", "models", "published", "audit", "study", "sfrc", "wvs"],
  display: ["survey", "models", "published", "study", "audit"],
  exhibits: ["survey", "models", "published", "study", "multiverse", "audit", "sfrc", "wvs", "display"],
  notebook: ["display"],
  site: ["notebook", "display"],
  "site/client": ["site", "published", "audit", "models", "display", "sfrc", "exercises", "exhibits"], // runs in the reader's browser
};
const STAGES = [...Object.keys(MAY_IMPORT), "cli"];

// Every stage may read files through io.
const arrows = Object.entries(MAY_IMPORT).map(([stage, above]) => ({ stage, allowed: stage === "faults" ? above : stage === "io" ? ["faults"] : ["io", "faults", ...above] })).map(({ stage, allowed }) => ({
  files: [`src/${stage}/**/*.ts`],
  rules: {
    "no-restricted-imports": /** @type {["error", object]} */ (["error", {
      patterns: STAGES.filter((other) => other !== stage && !allowed.includes(other)).map((other) => ({
        regex: `^(\\.\\./)+${other}(/|$)`,
        message: `${stage}/ may import only ${["its own files", ...allowed.map((a) => `${a}/`)].join(", ")}.`,
      })),
    }]),
  },
}));

export default tseslint.config(
  { ignores: ["dist/", "build/", ".lab/", "node_modules/", "vendor/", "notebooks/", "coverage/", "lab/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "off",
      eqeqeq: ["error", "always"],
      "prefer-const": "error",
    },
  },
  // tsc says it (noUnusedLocals, noUnusedParameters), and this rule alone takes a fifth of the time.
  { files: ["{src,test,tools,lab}/**/*.{ts,tsx}"], rules: { "@typescript-eslint/no-unused-vars": "off" } },
  // A thought fits one file, and a file is read at one sitting.
  { files: ["src/**/*.ts"], rules: { "max-lines": ["error", 250] } },
  ...arrows,
);
