// danfojs-node loads TensorFlow at import: a native binary that npm does not serve as it is, or 270 MB
// in JavaScript. Frames never call it, so this stub answers the import and refuses everything else.
const unavailable = (name) => () => {
  throw new Error(`danfojs: ${String(name)} needs TensorFlow, which Sojourn leaves out. Frames, groupby and describe work without it.`);
};
class Tensor {}
module.exports = new Proxy({ Tensor, data: {}, util: {} }, {
  get: (known, name) => (name in known || typeof name === "symbol" || name === "then" ? known[name] : unavailable(name)),
});
