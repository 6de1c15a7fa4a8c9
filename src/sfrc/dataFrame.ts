/* eslint-disable @typescript-eslint/ban-ts-comment -- it must stand in the declarations, where danfojs-node may be absent */

/**
 * A danfo.js frame: of danfojs-node's own type where that package is installed, untyped elsewhere.
 * @ts-ignore so that whoever installs Sojourn without danfojs-node still compiles */
export type DataFrame = import("danfojs-node").DataFrame;
