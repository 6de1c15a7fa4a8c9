import { join, resolve } from "node:path";

/** The folder that holds package.json: `data/`, `notebooks/` and `build/` are found from here, wherever the caller stands. */
export const projectFolder = resolve(__dirname, "..");

/** The path of a file that ships in `data/`. */
export const dataFile = (name: string): string => join(projectFolder, "data", name);
