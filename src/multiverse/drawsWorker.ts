import { drawShare } from "./nullDraw";

/** The file a worker thread of the null draws runs. */
export default drawShare;
