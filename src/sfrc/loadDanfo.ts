import { BadInput } from "../badInput";
import { said } from "../faults/said";

type Danfo = typeof import("danfojs-node");

const VERSION = "1.2.0";

/** What a user's package.json must say: danfo asks for a native TensorFlow, which frames never use, and for `xlsx` from elsewhere. */
const LINES = JSON.stringify({
  dependencies: { "danfojs-node": VERSION },
  overrides: { "@tensorflow/tfjs-node": "file:./node_modules/sojourn/vendor/tfjs-stub", xlsx: "npm:@e965/xlsx@0.20.3" },
}).slice(1, -1);

/**
 * danfo.js, which takes most of a second to load and is an optional package: it comes in here, where a frame is asked for, and
 * nowhere else.
 *
 * @throws {BadInput} it is not installed
 */
export async function loadDanfo(load: () => Promise<Danfo> = () => import("danfojs-node")): Promise<Danfo> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error) || !/^Cannot find (module|package) '(danfojs-node|@tensorflow\/tfjs-node)'/.test(error.message)) throw error;
    throw new BadInput({ file: "danfojs-node" }, "is not installed, and a data frame needs it", said`danfojs-node ${VERSION}, which Sojourn leaves to whoever wants frames`,
      said`Add these to your package.json and install again (all else works without): ${LINES}`);
  }
}
