/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// tslab compiles a cell twice: once to learn its names, and again to export them. Each time TypeScript's watch mode works out, for
// a build that nobody runs, what each of some 500 files refers to, and therefore merges all global names anew; half of a cell's
// time. Here a program is made, and what tslab asks of it is answered; the names, by binding the cell alone.
// Loaded before tslab's main script.
"use strict";
const { createRequire } = require("node:module");

const fromTslab = createRequire(require.resolve(process.argv[1]));
const path = fromTslab.resolve("@tslab/typescript-for-tslab");
const ts = fromTslab(path);

function createProgram(rootNames, options, host, old, configFileParsingDiagnostics, projectReferences) {
  const program = ts.createProgram({ rootNames, options, host, oldProgram: old?.getProgram(), configFileParsingDiagnostics, projectReferences });
  for (const name of rootNames) ts.bindSourceFile(program.getSourceFile(name), options); // tslab reads their `locals`
  return {
    getProgram: () => program,
    getProgramOrUndefined: () => program,
    getSourceFile: (name) => program.getSourceFile(name),
    emit: (...asked) => program.emit(...asked),
    getAllDependencies: (file) => dependencies(program, file),
  };
}

/** The files that a file needs, itself among them; all, where it changes what is global, as TypeScript's own answer has it. */
function dependencies(program, file) {
  if (file.moduleAugmentations.some(({ parent }) => ts.isGlobalScopeAugmentation(parent))) return program.getSourceFiles().map(({ fileName }) => fileName);
  const found = new Set([file]);
  for (const { fileName, referencedFiles, resolvedModules } of found) {
    resolvedModules?.forEach(({ resolvedModule }) => add(resolvedModule?.resolvedFileName));
    for (const reference of referencedFiles) add(ts.resolveTripleslashReference(reference.fileName, fileName));
  }
  return [...found].map(({ fileName }) => fileName);

  function add(name) {
    const needed = name && program.getSourceFile(name);
    if (needed) found.add(needed);
  }
}

// What TypeScript exports cannot be replaced there: tslab is given exports of the same names.
const given = Object.fromEntries(Object.keys(ts).map((name) => [name, { enumerable: true, get: () => ts[name] }]));
given.createWatchCompilerHost = { enumerable: true, value: (roots, options, system, _create, ...more) => ts.createWatchCompilerHost(roots, options, system, createProgram, ...more) };
require.cache[path].exports = Object.defineProperties({}, given);
