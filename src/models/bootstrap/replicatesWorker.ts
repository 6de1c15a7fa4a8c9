import { workOn } from "./replicates";

/** The file a worker thread of the bootstrap runs. */
export default workOn;
