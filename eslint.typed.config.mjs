// npm run lint: what eslint finds once it knows the types. `npm test` lints without them (eslint.config.mjs), which takes a fifth of the time.
import { existsSync } from "node:fs";
import tseslint from "typescript-eslint";
import untyped from "./eslint.config.mjs";

const TYPED = tseslint.configs.recommendedTypeCheckedOnly.at(-1)?.rules ?? {};

/** Scripts are JavaScript: their values are `any` too often for the rules about it, and what they call in time is what goes wrong. */
const SCRIPTS = /** @type {const} */ ({
  "@typescript-eslint/await-thenable": "error",
  "@typescript-eslint/no-floating-promises": "error",
  "@typescript-eslint/no-misused-promises": "error",
  "@typescript-eslint/no-for-in-array": "error",
  "@typescript-eslint/no-array-delete": "error",
  "@typescript-eslint/no-implied-eval": "error",
});

/** Each with the project that knows its types. */
const FILES = [
  { files: ["src/**/*.ts"], ignores: ["src/site/client/**"], project: "tsconfig.json", rules: TYPED },
  { files: ["src/site/client/**/*.ts"], project: "tsconfig.client.json", rules: TYPED },
  { files: ["lab/src/**/*.ts", "lab/src/**/*.tsx"], project: "lab/tsconfig.json", rules: TYPED, needs: "lab/node_modules/@jupyterlab" },
  { files: ["scripts/**/*.mjs", "browser/**/*.mjs", "bench/**/*.mjs", "lab/*.mjs", "lab/checks/*.mjs"], project: "tsconfig.scripts.json", rules: SCRIPTS },
];

export default tseslint.config(
  { ignores: ["lab/lib/", "lab/labextension/", "lab/core/", "lab/sojourn_lab/", "**/node_modules/"] },
  ...untyped.map((config) => (config.ignores && Object.keys(config).length === 1 ? { ignores: config.ignores.filter((one) => one !== "lab/") } : config)),
  ...FILES.filter(({ needs }) => needs === undefined || existsSync(needs)).map(({ files, ignores = [], project, rules }) => ({
    files, ignores,
    languageOptions: { parserOptions: { project: [project], tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...rules,
      "@typescript-eslint/unbound-method": "off", // modules are objects of functions here, none of them uses `this`
      "@typescript-eslint/require-await": "off", // a function may promise by its type what one of its kind has to wait for
    },
  })),
);
