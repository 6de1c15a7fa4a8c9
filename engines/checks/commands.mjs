// @ts-check
// What the other commands make of rows in a source, beside R (test/fixtures/engines/anySize.R), and all of it as from the file.
import { join } from "node:path";
import { FIXTURE } from "./fits.mjs";
import { json } from "./sojourn.mjs";
import { agree, check, holds } from "./tally.mjs";

/** Numbers of R: to 1e-8. Of the same rows in a file that is read whole: to 1e-10. */
const [R, FILE] = [1e-8, 1e-10];
const BINARY = ["--outcome", "y", "--terms", "年龄,select,edu", "--family", "binomial"];
const ORDERED = ["--outcome", "o", "--terms", "年龄,select,edu", "--family", "ordered"];

const pairs = (rows) => rows.map(({ estimate, standardError }) => [estimate, standardError]);

/**
 * `effects`, `diagnose`, `test` and `predict` of the fixture's rows.
 *
 * @param {string} name of the source
 * @param {string} folder with rows.csv, to write fits into
 * @param {string[]} from what says where the rows are
 * @param {Record<string, string>} [env]
 */
export async function checkCommands(name, folder, from, env) {
  const { effects, likelihoodRatio, predictions, auc, tjur, influence, ordered } = FIXTURE.commands;
  const whole = [join(folder, "rows.csv")];
  const asked = (command, of, ...more) => json([command, ...of, ...more], { env });
  await check(`${name}: effects has R's numbers, those of --by the file's`, async () => {
    agree(pairs((await asked("effects", from, ...BINARY)).effects), effects, R);
    const own = await asked("effects", from, ...ORDERED);
    agree(pairs(own.effects.filter(({ term }) => term === "select")), ordered.step, R);
    const by = async (of) => (await asked("effects", of, ...BINARY, "--by", 'to"wn')).effects.map(({ term, group, estimate, standardError }) => [`${term} ${group}`, estimate, standardError]).sort();
    agree(await by(from), await by(whole), FILE);
  });
  await check(`${name}: diagnose has R's numbers, each pattern's influence among them, and the file's tests`, async () => {
    const found = await asked("diagnose", from, ...BINARY);
    agree([found.auc, found.tjur], [auc, tjur], R);
    holds(found.influence.length === influence.count.length, found.influence.length);
    agree(found.influence.map((row) => [row.count, row.leverage, row.cooksDistance]), influence.count.map((count, i) => [count, influence.leverage[i], influence.cooksDistance[i]]), R);
    const binary = ({ hosmerLemeshow, vif, aucInterval }) => [hosmerLemeshow.statistic, vif.map((row) => row.vif), aucInterval];
    agree(binary(found), binary(await asked("diagnose", whole, ...BINARY)), FILE);
    const lines = ({ parallelLines, brant, hosmerLemeshow }) => [["lr", "brant", "score"].map((test) => parallelLines[test].statistic), brant.map((row) => row.statistic), hosmerLemeshow.statistic];
    agree(lines(await asked("diagnose", from, ...ORDERED)), lines(await asked("diagnose", whole, ...ORDERED)), FILE);
  });
  for (const [family, model, numbers] of [["binary", BINARY, { likelihoodRatio, predictions }], ["ordered", ORDERED, ordered]]) {
    await check(`${name}: test and predict ask for the rows of a saved ${family} fit again, and have R's numbers`, async () => {
      const [own, file] = [join(folder, `${family}-from.json`), join(folder, `${family}-file.json`)];
      await asked("fit", from, ...model, "--out", own);
      await asked("fit", whole, ...model, "--out", file);
      agree((await asked("test", [own], "--method", "lr")).tests.map(({ statistic }) => statistic), numbers.likelihoodRatio, R);
      const at = family === "binary" ? "select=0,1;edu=2" : "select=0,1";
      agree(pairs((await asked("predict", [own], "--at", at)).predictions), numbers.predictions, R);
      for (const [command, ...more] of [["test"], ["test", "--method", "score"], ["test", "--drop1"], ["test", "--hypothesis", "年龄 = edu"]]) {
        const of = async (fit) => (await asked(command, [fit], ...more)).tests.map(({ statistic }) => statistic);
        agree(await of(own), await of(file), FILE);
      }
    });
  }
}
