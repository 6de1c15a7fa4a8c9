import { OF_MODELS } from "./zh/models";
import { OF_THE_REST } from "./zh/rooms";
import { OF_SURVEYS } from "./zh/survey";

/** What --help says, by its English words, as the commands' declarations have them. */
export const CHINESE_HELP: Readonly<Record<string, string>> = { ...OF_MODELS, ...OF_SURVEYS, ...OF_THE_REST };
