import { expect, test } from "vitest";
import { inLanguage } from "../../src/faults/said";
import { loadDanfo } from "../../src/sfrc/loadDanfo";

const lacking = (name: string) => async (): Promise<never> => {
  throw Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- /somewhere`), { code: "MODULE_NOT_FOUND" });
};

test("danfojs-node, where it is not installed, is refused with the lines that add it", async () => {
  for (const name of ["danfojs-node", "@tensorflow/tfjs-node"]) {
    const refused = await loadDanfo(lacking(name)).catch((error) => error);
    expect(refused).toMatchObject({ kind: "bad-input", code: "is-not-installed-and-a-data-frame-needs-it" });
    expect(refused.message).toContain('"overrides":{"@tensorflow/tfjs-node":"file:./node_modules/sojourn/vendor/tfjs-stub","xlsx":"npm:@e965/xlsx@0.20.3"}');
    expect(refused.inLanguage("zh")).toMatch(/^danfojs-node：没有安装，而数据框需要它/);
  }
  expect(inLanguage("is not installed, and a data frame needs it", "zh")).not.toContain("installed");
});

test("what is wrong inside danfojs-node stays what it is", async () => {
  await expect(loadDanfo(lacking("something-else"))).rejects.toThrow("something-else");
  expect((await loadDanfo()).DataFrame).toBeTypeOf("function");
});
