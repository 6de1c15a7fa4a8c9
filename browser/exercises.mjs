// Exercises answered on their pages: by fields and by the cell, with hints one by one, by keyboard, in both languages.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exercises } from "../dist/exercises/check.js";
import { axeFindings } from "./axe.mjs";
import { checking } from "./report.mjs";

const expecting = (holds, said) => {
  if (!holds) throw new Error(said);
};

/** What a page says in its language: of a right answer, of a wrong part, of none, and of no more hints. */
const WORDS = {
  en: { name: "Exercise", right: "right.", part: "coefficient is not right", none: "No answer yet", hint: "hint 1 of 2: ", end: "There are no more hints." },
  zh: { name: "练习", right: "正确。", part: "coefficient 不对", none: "尚未作答", hint: "提示 1/2：", end: "没有更多提示了。" },
};

export async function checkExercises(browser, site, language) {
  const words = WORDS[language];
  const title = (text) => `${language}: ${text}`;
  const open = async (name, id, colorScheme = "light") => {
    const context = await browser.newContext({ viewport: { width: 420, height: 900 }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(site, language === "zh" ? "zh" : "", `${name}.html`)).href);
    const box = page.getByRole("form", { name: `${words.name} ${id}` });
    const [ask, judge] = [box.getByRole("button", { name: /^(Hint|提示)/ }), box.getByRole("button", { name: /^(Check|检查)/ })];
    return { page, errors, box, ask, judge, said: (text) => box.locator("p").filter({ hasText: text }).waitFor({ timeout: 30_000 }) };
  };
  /** Last: where a page ends. */
  const finish = (theme, { page, errors }) => checking(title(`${theme}, 420 px: axe finds nothing in the exercise, and no error is in the console`), async () => {
    expecting(errors.length === 0, errors[0]);
    const { serious, minor } = await axeFindings(page, { inside: [".live-exercise"] });
    expecting(serious === "" && minor === "", `${serious} ${minor}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expecting(wider <= 0, `${wider} px wider than the screen`);
    await page.context().close();
  });

  const first = await open("03-h1-cumulative-causation", "3a");
  await checking(title("a hint comes at a time, by the keyboard, until there are no more"), async () => {
    await first.ask.focus();
    for (let i = 0; i < 4; i++) await first.page.keyboard.press("Enter");
    await first.box.locator("li", { hasText: words.end }).waitFor();
    const told = await first.box.locator("li").allInnerTexts();
    expecting(told.length === 3 && told[0].startsWith(words.hint) && told[1] !== told[0], told.join(" | "));
    return told[0];
  });
  await checking(title("an answer of words is judged part by part"), async () => {
    const right = exercises["3a"].expected();
    const fields = await first.box.locator("select").all();
    expecting(fields.length === 3, `${fields.length} fields`);
    await fields[0].selectOption("stays");
    await fields[1].selectOption(right.constant);
    await fields[2].selectOption(right.logLik);
    await first.judge.press("Enter");
    await first.said(words.part);
    await fields[0].selectOption(right.coefficient);
    await first.judge.click();
    await first.said(`✓ 3a`);
    await first.said(words.right);
  });
  await finish("light", first);

  const second = await open("04-h2-contact-willingness", "4a", "dark");
  await checking(title("a number is checked by Enter in its field, and a well-known wrong one is told why"), async () => {
    const right = exercises["4a"].expected();
    const field = second.box.locator("input");
    await field.fill(Math.log(right).toFixed(2));
    await field.press("Enter");
    await second.said(/✗ 4a.*(exponential|指数)/);
    await field.fill("1,960");
    await field.press("Enter");
    await second.said(/1,960.*1\.960.*1960/);
    await field.fill(right.toFixed(2).replace(".", "，").replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))); // as a Chinese keyboard types it
    await field.press("Enter");
    await second.said(words.right);
  });
  await checking(title("with an empty field the cell answers, run with what it needs"), async () => {
    await second.box.locator("input").fill("");
    await second.judge.click();
    await second.said(words.none);
    const cell = second.page.locator("section.cell:has(form)").first();
    const index = await second.page.evaluate((id) => Array.from(document.querySelectorAll("section.cell:has(> details.code)")).findIndex((one) => one.id === id), await cell.getAttribute("id"));
    await second.page.evaluate(([i, text]) => window.sojournLive.run(i, text), [index, `import { check } from "sojourn";\ncheck("4a", ${exercises["4a"].expected()});`]);
    await second.judge.click();
    await second.said(words.right);
  });
  await finish("dark", second);
}
