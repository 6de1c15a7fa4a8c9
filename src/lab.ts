/*
 * `import … from "sojourn/lab"`: what the extension of JupyterLab asks a kernel.
 */
export { tellAllReadings } from "./exhibits/allReadings";
export { tellPanel } from "./exhibits/panelState";
