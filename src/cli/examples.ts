import { inHelp } from "./help/inHelp";

/** What somebody would type first: shown in each command's --help, and run by test/cli/examples.test.ts (or, where `slow`, by CI). */
export const EXAMPLES: Readonly<Record<string, { readonly lines: readonly string[]; readonly slow?: boolean }>> = {
  run: { lines: ["sojourn run notebooks/08-regions.ipynb --out my-copies", "sojourn run --data extract.csv --out my-run", "sojourn run --study my-study"], slow: true },
  site: { lines: ["sojourn site", "sojourn site --notebooks my-run --data extract.csv --out my-site", "sojourn site --study my-study --out my-site"], slow: true },
  synthesize: { lines: ["sojourn synthesize --seed 7 --out people.csv"] },
  map: { lines: ["sojourn map data/sfrc-synthetic.csv --out mapping.json --explain mapping.html"] },
  inspect: { lines: ["sojourn inspect data/sfrc-synthetic.csv", "sojourn inspect --study data/wvs"] },
  code: { lines: ["sojourn code data/sfrc-synthetic.csv --out coded.csv", "sojourn code --readings"] },
  fit: { lines: [
    "sojourn fit coded.csv --outcome stayInMigration --terms gender,education,supportUnit --family binomial --out fit.json",
    "sojourn fit coded.csv --outcome stay --terms gender,education,city --factor city --family ordered --se HC1",
  ] },
  test: { lines: ["sojourn test fit.json", "sojourn test fit.json --terms gender,education --method lr"] },
  predict: { lines: ["sojourn predict fit.json --at 'gender=0,1;education=3'", "sojourn predict fit.json --at education=0,1 --contrast pairwise --measure ratio"] },
  effects: { lines: ["sojourn effects coded.csv --outcome stayInMigration --terms gender,education --family binomial --by group"] },
  diagnose: { lines: ["sojourn diagnose coded.csv --outcome stay --terms gender,education --family ordered"] },
  reproduce: { lines: ["sojourn reproduce", "sojourn reproduce --reading cumulativeCausation=asPrinted --lang en", "sojourn reproduce --from data/sfrc-synthetic.csv"] },
  verdicts: { lines: ["sojourn verdicts --lang zh"] },
  trace: { lines: ["sojourn trace M4.supportUnit"] },
  table: { lines: ["sojourn table test/fixtures/paperTables/table2.txt --json"] },
  audit: { lines: ["sojourn audit data/published.json --claims data/claims.json"] },
  multiverse: { lines: ["sojourn multiverse --only age,education --out universes.csv", "sojourn multiverse --only education --draws 20 --seed 1 --json", "sojourn multiverse --only education --sensitivity"] },
  engines: { lines: ["sojourn engines"] },
  new: { lines: ["sojourn new study my-study"] },
  lab: { lines: ["sojourn lab", "sojourn lab my-run"], slow: true },
  kernelspec: { lines: ["sojourn kernelspec"] },
  doctor: { lines: ["sojourn doctor"] },
};

/** Examples under their title, as they are typed. */
const listed = (lines: readonly string[]): string => `\n${inHelp(lines.length === 1 ? "Example:" : "Examples:")}\n${lines.map((line) => `  npx --no-install ${line}`).join("\n")}`;

/** The lines under a command's own help. */
export const examplesOf = (command: string): string => (Object.hasOwn(EXAMPLES, command) ? listed(EXAMPLES[command].lines) : "");

/** The examples of the whole. */
export const FIRST: readonly string[] = ["sojourn reproduce", "sojourn trace M4.supportUnit", "sojourn audit data/published.json"];

/** The lines under the help of all commands. */
export const underAll = (): string => `${listed(FIRST)}

${inHelp("Exit codes: 0 done, 1 a finding or a failed check, 2 bad input or a refused model, 70 a defect of Sojourn.")}`;
