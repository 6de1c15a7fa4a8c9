import { workOn } from "./bootstrapModel";

/** The file a worker thread of the bootstrap runs. */
export default workOn;
