import { readSpec } from "../multiverse/readSpec";
import type { Spec } from "../multiverse/spec";
import { dataFile } from "../projectFolder";
import { sfrc } from "../sfrc/study";
import { wvs } from "../wvs/wvs";

/**
 * The paper's decisions with every defensible option of each (`data/multiverse.json`), from wherever a notebook lies.
 *
 * @throws {BadInput} as `readSpec`
 * @example (await paperMultiverse()).models // ["M1", "M3", "M4"]
 */
export const paperMultiverse = (): Promise<Spec> => readSpec(dataFile("multiverse.json"), sfrc);

/**
 * The same of the companion study on real answers (`data/wvs/multiverse.json`); "the paper's" are there the study's own choices.
 *
 * @throws {BadInput} as `readSpec`
 * @example (await wvsMultiverse()).terms // ["male", "religion", "degree"]
 */
export const wvsMultiverse = (): Promise<Spec> => readSpec(dataFile("wvs/multiverse.json"), wvs);
