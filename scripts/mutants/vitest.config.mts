import { relative } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";

/** Gives the tests one file of the source with one place in it broken, as SOJOURN_MUTANT says. */
function mutant(): Plugin {
  const { file, start, end, becomes } = JSON.parse(process.env.SOJOURN_MUTANT || "{}") as { file?: string; start: number; end: number; becomes: string };
  const isBroken = (id: string) => file !== undefined && relative(process.cwd(), id.split("?")[0]) === file;
  return {
    name: "mutant",
    enforce: "pre",
    // Every other file is as it was for the mutant before.
    configureVitest: ({ experimental_defineCacheKeyGenerator: keys }) => keys(({ id }) => (isBroken(id) ? false : undefined)),
    transform: (code, id) => (isBroken(id) ? { code: code.slice(0, start) + becomes + code.slice(end), map: null } : undefined),
  };
}

export default defineConfig({
  plugins: [mutant()],
  test: {
    root: process.cwd(), include: ["test/**/*.test.ts", "scripts/mutants/loads.test.ts"], globalSetup: ["test/temporaryFolder.ts"],
    testTimeout: 120_000, hookTimeout: 120_000, maxConcurrency: 2, experimental: { fsModuleCache: true, fsModuleCachePath: "build/mutants-modules" },
  },
});
