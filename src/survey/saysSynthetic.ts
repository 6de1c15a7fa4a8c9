import { asSeen } from "../io/cellText";

/** Whether a cell of a column `source` says that its row is invented: as it is seen, however it is written. */
export const saysSynthetic = (source: string | undefined): boolean => source !== undefined && asSeen(source).toLowerCase() === "synthetic";
