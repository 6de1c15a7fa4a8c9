// @ts-check
// npm run wheel: build/sojourn_lab-VERSION-py3-none-any.whl, the extension for a JupyterLab of one's own. Needs Node alone: a wheel
// is a zip. What it registers is lab/python/sojourn_lab's business.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { builtExtension } from "./lab/extension.mjs";
import { JUPYTERLAB } from "./lab/python.mjs";
import { Trouble } from "./lab/trouble.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  installIfNeeded();
  await main();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`wheel: ${error.message}`);
  process.exitCode = 2;
}

async function main() {
  const { wheel } = await import("./wheel/archive.mjs");
  const { extensionLicences } = await import("./wheel/licences.mjs");
  const built = builtExtension();
  const { version, description, license } = JSON.parse(readFileSync("package.json", "utf8"));
  const [info, data] = [`sojourn_lab-${version}.dist-info`, `sojourn_lab-${version}.data/data/share/jupyter/labextensions/sojourn-lab`];
  const text = (/** @type {string} */ content) => new TextEncoder().encode(content);
  const licences = extensionLicences(built);
  const name = `build/sojourn_lab-${version}-py3-none-any.whl`;
  mkdirSync("build", { recursive: true });
  writeFileSync(name, wheel({
    ...within("lab/python/sojourn_lab", "sojourn_lab", (path, content) => (path === "__init__.py" ? text(content.toString("utf8").replace("@VERSION@", version)) : content), /\.py$/),
    ...within(built, data, (_, content) => content, /^(?!built-from\.txt$)/),
    [`${data}/install.json`]: text(JSON.stringify({ packageManager: "python", packageName: "sojourn_lab", uninstallInstructions: "python -m sojourn_lab uninstall, then pip uninstall sojourn_lab" })),
    [`${info}/METADATA`]: text(metadata(version, description, license)),
    [`${info}/WHEEL`]: text("Wheel-Version: 1.0\nGenerator: sojourn scripts/wheel.mjs\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
    [`${info}/licenses/LICENSE`]: readFileSync("LICENSE"),
    [`${info}/licenses/THIRD-PARTY-LICENSES.txt`]: text(licences),
  }, info));
  console.log(`${name} (${(statSync(name).size / 1e6).toFixed(1)} MB)`);
}

/**
 * @param {string} version @param {string} description @param {string} license
 */
function metadata(version, description, license) {
  return `Metadata-Version: 2.1
Name: sojourn_lab
Version: ${version}
Summary: Sojourn in a JupyterLab of your own: interactive tables and figures, panels of hypotheses and readings, and a TypeScript kernel.
License: ${license}
License-File: LICENSE
License-File: THIRD-PARTY-LICENSES.txt
Keywords: jupyter,jupyterlab,jupyterlab-extension,typescript
Classifier: Framework :: Jupyter
Classifier: Framework :: Jupyter :: JupyterLab
Classifier: Framework :: Jupyter :: JupyterLab :: 4
Classifier: Framework :: Jupyter :: JupyterLab :: Extensions
Classifier: Framework :: Jupyter :: JupyterLab :: Extensions :: Prebuilt
Classifier: Programming Language :: Python :: 3
Requires-Python: >=3.9
Requires-Dist: ${JUPYTERLAB}
Description-Content-Type: text/markdown

${description}

The extension shows Sojourn's tables and figures. A project's kernel is registered by

    python -m sojourn_lab install --project DIR

where DIR is a built clone, or a folder with the npm package \`sojourn\`; \`python -m sojourn_lab uninstall\` takes it away.
`;
}

/**
 * The files of a folder, under another folder's name.
 *
 * @param {string} folder @param {string} under
 * @param {(path: string, content: Buffer) => Uint8Array} change
 * @param {RegExp} wanted
 */
function within(folder, under, change, wanted) {
  const paths = /** @type {string[]} */ (readdirSync(folder, { recursive: true })).map((path) => path.replaceAll("\\", "/")).sort();
  return Object.fromEntries(paths.filter((path) => wanted.test(path) && statSync(join(folder, path)).isFile()).map((path) => [`${under}/${path}`, change(path, readFileSync(join(folder, path)))]));
}
