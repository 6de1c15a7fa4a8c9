// @ts-check
const METADATA = {
  kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
  language_info: { codemirror_mode: { mode: "typescript", name: "javascript", typescript: true }, file_extension: ".ts", mimetype: "text/typescript", name: "typescript", version: "3.7.2" },
};

/** Both editions of a notebook, in the form that test/notebooks asks for; its claims, exercises and sentences are still to be written. @param {string} name */
export function notebook(name) {
  const number = String(Number(name.slice(0, 2)));
  const words = name.slice(3).replaceAll("-", " ");
  const code = [
    `import { check, codeSample, readSurvey, sampleFlowTable, show } from "sojourn";\n\nconst coded = codeSample(readSurvey());\nawait show(sampleFlowTable(coded));\ncheck("${number}a", NaN);`,
    `check("${number}b", NaN);`,
  ];
  const en = [
    `# ${number}. ${words[0].toUpperCase()}${words.slice(1)}?\n### 中文标题\n\n**The question.** …\n\n**Goals.** … **Time.** 20 minutes.\n\n> Printed numbers are the paper's; what the data give stands in outputs.`,
    `## 1. …\n\n**Exercise ${number}a, predict.** …`, code[0],
    `## 2. …\n\n**Exercise ${number}b, change.** …`, code[1],
    "**Decided on the way:** …\n\n**Answer.** …\n\n**回答。** …",
  ];
  const zh = [
    `# ${number}. 中文标题\n### ${words}\n\n**问题。** …\n\n**目标。** … **用时：** 20 分钟。\n\n> 原文数字出自论文；数据的结果见输出。`,
    `## 1. …\n\n**练习 ${number}a：先预测。** …`, code[0],
    `## 2. …\n\n**练习 ${number}b：动手改。** …`, code[1],
    "**本节设定：** …\n\n**回答。** …",
  ];
  return {
    files: { [`notebooks/${name}.ipynb`]: file(en), [`notebooks/zh/${name}.ipynb`]: file(zh) },
    next: [
      `src/exercises/ofSUBJECT.ts: ${number}a and ${number}b in the form of its neighbours, spread into exercises in src/exercises/check.ts (its cells ask for them)`,
      `notebooks/${name}.ipynb and notebooks/zh/${name}.ipynb: every "…" and "中文标题", your own tables or figures in the place of sampleFlowTable; the same code in both, to the byte`,
      "README.md: its row in the table from the paper to the code",
      `npm run build && npx --no-install sojourn run notebooks/${name}.ipynb notebooks/zh/${name}.ipynb`,
      "npx vitest run test/exercises -u, which writes docs/instructor/answers.md",
      "test/notebooks/universals.ts: a line for each sentence of all, none or only that test/notebooks/editions.test.ts names",
      "npm test -- test/notebooks test/exercises (it fails until all of this is done)",
    ],
  };
}

/** @param {string[]} sources text, text, code, text, code, text */
function file(sources) {
  const cells = sources.map((source, i) => {
    const lines = source.split(/(?<=\n)/);
    const id = `cell-${String(i + 1).padStart(2, "0")}`;
    return source.includes("check(\"")
      ? { cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source: lines }
      : { cell_type: "markdown", id, metadata: {}, source: lines };
  });
  return `${JSON.stringify({ cells, metadata: METADATA, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
