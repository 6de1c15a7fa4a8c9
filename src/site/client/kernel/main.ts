import "./environment";
import * as sojourn from "../../../index";
import * as models from "../../../models";
import { shareOrTrouble } from "../../../exhibits/allReadings";
import { stateOrTrouble } from "../../../exhibits/panelState";
import { exerciseSaid } from "./exercise";
import type { Answer, Question } from "./messages";
import { takeFormats } from "./formats";
import { putFile } from "./node/fs";
import { readAhead } from "./parquetTable";
import { runCell } from "./runCell";
import { Scope } from "./scope";
import { serve } from "./serve";

const scope = new Scope({ sojourn, "sojourn/models": models });
const ask = serve(answer, (said) => postMessage(said));

addEventListener("message", ({ data }: MessageEvent<Question>) => void ask(data));

async function answer(question: Question): Promise<Answer> {
  const { id } = question;
  switch (question.kind) {
    case "files":
      for (const { path, content } of question.files) {
        putFile(path, content);
        await readAhead(path, content);
      }
      return { id, done: true };
    case "formats":
      takeFormats(question.source);
      return { id, done: true };
    case "run": return { id, result: await runCell(question.source, scope, question.language) };
    case "exercise": return { id, said: exerciseSaid(question) };
    case "panel": return { id, panel: stateOrTrouble(question.change, question.language) };
    case "allReadings": return { id, share: await shareOrTrouble(question.from, question.language) };
  }
}
