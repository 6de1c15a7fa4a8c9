import { COMMANDS } from "./zh/commands";
import { COMPARISONS } from "./zh/comparisons";
import { ENGINES } from "./zh/engines";
import { EXHIBITS } from "./zh/exhibits";
import { FILES } from "./zh/files";
import { FITS } from "./zh/fits";
import { MODELS } from "./zh/models";
import { MULTIVERSE } from "./zh/multiverse";
import { NOTES } from "./zh/notes";
import { STUDIES } from "./zh/studies";
import { SURVEY } from "./zh/survey";
import { TABLES } from "./zh/tables";
import { WORDS } from "./zh/words";

/** By where the sentences are said. One that is said in several places may stand in several, with the same Chinese. */
export const CATALOGUES: readonly Readonly<Record<string, string>>[] = [WORDS, FILES, MODELS, MULTIVERSE, FITS, SURVEY, COMMANDS, COMPARISONS, STUDIES, EXHIBITS, TABLES, ENGINES, NOTES];

/**
 * The Chinese of each sentence, by its English words with {} for values ({2} where they stand in another order). A text of several
 * sentences whose parts are here needs no entry of its own.
 */
export const ZH: Readonly<Record<string, string>> = Object.assign({}, ...CATALOGUES) as Record<string, string>;
