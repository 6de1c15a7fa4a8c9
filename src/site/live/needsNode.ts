/** Exports that load what no page can (danfojs-node): their cells show the committed output and say so. */
const NEEDS_NODE = /\b(codedFrame|frameTable)\b|["']danfojs-node["']/;

export const needsNode = (source: string): boolean => NEEDS_NODE.test(source);
