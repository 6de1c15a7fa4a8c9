import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectFolder } from "../../src/projectFolder";

/** papermill itself is not at hand: what our file takes from it is a named tuple, a base class and a register. */
const ASKED = `
import collections, importlib.util, json, sys, types
models, translators = types.ModuleType("papermill.models"), types.ModuleType("papermill.translators")
models.Parameter = collections.namedtuple("Parameter", "name inferred_type_name default help")
translators.Translator, translators.papermill_translators = object, types.SimpleNamespace(register=lambda *_: None)
sys.modules.update({"papermill": types.ModuleType("papermill"), "papermill.models": models, "papermill.translators": translators})
spec = importlib.util.spec_from_file_location("ours", sys.argv[1])
ours = importlib.util.module_from_spec(spec)
spec.loader.exec_module(ours)
print(json.dumps(ours.TypeScriptTranslator.inspect({"source": sys.argv[2]})))
`;
const python = spawnSync("python3", ["--version"]).status === 0;

it.runIf(python)("papermill is told the parameters of a cell, so that it calls none unknown", () => {
  const cell = 'let level: number = 0.95; // of the intervals\nconst words = ["a", "b"]\nlet 城市 = "长春";\nconsole.log(1 == 1);';
  const { stdout, stderr } = spawnSync("python3", ["-B", "-c", ASKED, join(projectFolder, "lab/python/sojourn_lab/papermill.py"), cell], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf8", PYTHONUTF8: "1" } });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([["level", "number", "0.95", "of the intervals"], ["words", "None", '["a", "b"]', ""], ["城市", "None", '"长春"', ""]]);
});
