import { expect } from "vitest";
import * as index from "../../../src/index";
import { trace } from "../../../src/sfrc/trace";
import { twoSided } from "../byHand";
import { claims, column, line, near, ofThem, people, published, R, row, rowOfR, rowsOf, sojourn, standInR, survey, world, type Checks } from "./given";

/** Exhibits of what was asked, counted and coded: held against counts made here, the paper's Table 1 and R. */
export const ofData: Checks = {
  codebookTable: () => {
    const table = sojourn.codebookTable(survey.codebook);
    expect(row(table, "familyChinaExperience")).toEqual(["Has anyone in your family been to China before?", "yes · no", "§3(2)"]);
    expect(rowsOf(table)).toHaveLength(survey.codebook.columns.length);
  },
  readingsTable: () => {
    const table = sojourn.readingsTable();
    expect(row(table, "gender")).toEqual(["Which sex is coded 1", "female: women · male: men", "§3(2)"]);
    expect(table.rowGroups.map(({ rows }) => rows.length)).toEqual([index.readingEntries.length - 3, 3]);
  },
  table1Table: () => {
    // What the paper prints, and the same counted.
    const table = sojourn.table1Table(people, published);
    const changchun = people.people.filter(({ city }) => city === "Changchun").length;
    expect(row(table, "Changchun")).toEqual(["187", String(changchun), "met", "24.1", ((100 * changchun) / 777).toFixed(1), "met"]);
    const age = people.people.reduce((sum, person) => sum + person.age!, 0) / 777;
    expect(row(table, "age")).toEqual(["", "", "", "35.4", age.toFixed(1), "met"]);
  },
  dataTable: () => {
    const table = sojourn.dataTable(survey);
    expect(rowsOf(table)).toEqual([["files", "sfrc-synthetic.csv"], ["rows", "2004"], ["what they are", expect.stringMatching(/^invented/)], ["readings", "all at their defaults"]]);
    expect(row(sojourn.dataTable({ ...survey, synthetic: false }), "what they are")[0]).toMatch(/^answers of respondents/);
  },
  argumentFigure: () => {
    expect(line(sojourn.argumentFigure(), "who arranged the arrival?")).toContain("work-unit support network");
    // Each hypothesis is expected to be positive; the paper leaves contact's sign open.
    const { words } = sojourn.argumentFigure();
    for (const { id, term } of index.sfrc.hypotheses) {
      const label = index.sfrc.terms.find(({ name }) => name === term)!.label;
      const sign = id === "H2" ? "+ (− allowed for)" : "+";
      expect(words.en.split("\n")).toContain(`${label.en} → ${sign}${id === "H2" ? " (either sign)" : ""}`);
      expect(words.en.split("\n").some((one) => one.startsWith(`${sign} → ${id} `))).toBe(true);
      expect(words.zh).toContain(`${label.zh} → 正`);
      expect(words.zh.split("\n").some((one) => one.includes(` → ${id} `))).toBe(true);
    }
  },
  codedFigure: () => {
    const figure = sojourn.codedFigure(people, "contactWillingness");
    for (const [group, name, size] of [["changchun", "Changchun", 187], ["south", "South", 590]] as const) {
      const counts = new Map<number, number>();
      for (const person of people.people) if (person.group === group) counts.set(person.contactWillingness!, (counts.get(person.contactWillingness!) ?? 0) + 1);
      // Three answers of one to five have thirteen means.
      const thirds = Array.from({ length: 13 }, (_, i) => 1 + i / 3);
      const count = (mean: number) => [...counts].filter(([value]) => Math.abs(value - mean) < 0.01).reduce((sum, [, n]) => sum + n, 0);
      expect(line(figure, name)).toBe(`${name} (n = ${size}): ${thirds.map((mean) => `${mean.toFixed(2).replace(/\.00$/, "")} ${ofThem(count(mean), size)}`).join("; ")}`);
    }
    const binned = sojourn.codedFigure(people, "age2");
    const squares = people.people.map(({ age }) => age! ** 2);
    const [least, most] = [Math.min(...squares), Math.max(...squares)];
    expect(line(binned, "age squared: ")).toBe(`age squared: n = 777, mean ${(squares.reduce((sum, x) => sum + x, 0) / 777).toFixed(2)}, from ${least} to ${most}`);
    // A thirteenth of the range, 318.5 or so, lies between 200 and 500.
    const width = 500;
    expect([(most - least) / 13 > 200, (most - least) / 13 <= 500]).toEqual([true, true]);
    expect(line(binned, "counts by ")).toMatch(/^counts by 500: /);
    const bars = line(binned, "counts by ").split(": ").slice(1).join(": ").split(", ").map((bar) => bar.split(": ").map(Number));
    expect(bars.map(([from]) => Math.round(from))).toEqual(bars.map((_, i) => Math.round((Math.floor(least / width + 1e-9) + i) * width)));
    expect(bars.map(([, count]) => count)).toEqual(bars.map(([from]) => squares.filter((x) => x >= from - 1e-6 && x < from + width - 1e-6).length));
    expect(bars.reduce((sum, [, count]) => sum + count, 0)).toBe(777);
  },
  codingTable: () => {
    const levels = [["primary school or less", "primary", 0], ["junior secondary school", "juniorSecondary", 0], ["senior secondary school", "seniorSecondary", 0], ["college or bachelor's degree", "college", 1], ["master's degree", "master", 1], ["doctorate", "doctorate", 1]] as const;
    expect(rowsOf(sojourn.codingTable(people, "education"))).toEqual(levels.map(([name, code, number]) => [name, String(people.respondents.filter((who) => who.education === code).length), String(number)]));
  },
  contactItemsFigure: () => {
    const answers = [["very willing", "veryWilling"], ["willing", "willing"], ["neither willing nor unwilling", "neutral"], ["unwilling", "unwilling"], ["absolutely unwilling", "neverWilling"]];
    const figure = sojourn.contactItemsFigure(people);
    for (const [start, question, size] of [["willing to chat with Chinese people", "chatWithChinese", 777], ["willing to marry a Chinese person", "marryChinese", 414]] as const) {
      const count = (code: string) => people.respondents.filter((who) => who[question] === code).length;
      expect(line(figure, start)).toBe(`${start} (n = ${size}): ${answers.map(([name, code]) => `${name} ${ofThem(count(code), size)}`).join("; ")}`);
    }
  },
  crossTable: () => expect(rowsOf(sojourn.crossTable(people, "participationBehaviour", "stayTransnational"))).toEqual(
    ["changchun", "south", "all"].flatMap((group, g) => ["zero", "one"].map((value, v) => [`${["Changchun", "South", "All"][g]} = ${v}`, ...R.counts[group][value].map(String)]))),
  countsFigure: () => {
    const among = (who: (typeof people.respondents)[number], ...questions: string[]) => questions.filter((question) => who[question] === "yes").length;
    const count = (china: number, home: number) => people.respondents.filter((who) => among(who, "joinedChinaAssociation", "joinedChinaVolunteering") === china && among(who, "votedAtHome", "joinedHomeAssociation") === home).length;
    const pairs = [0, 1, 2].flatMap((china) => [0, 1, 2].map((home) => `${china} : ${home}${china === home ? " (tie)" : ""} ${ofThem(count(china, home), 777)}`));
    expect(line(sojourn.countsFigure(people, "participationBehaviour"), "respondents")).toBe(`respondents (n = 777): ${pairs.join("; ")}`);
  },
  tiesTable: () => {
    const table = sojourn.tiesTable(people);
    expect(rowsOf(table).map(([name]) => name)).toEqual(["China ahead", "home ahead", "tie", "of these 0 : 0"]);
    expect(column(table, 0)).toEqual([79, 349, 349, 245]);
    expect(column(table, 2)).toEqual([323, 248, 206, 33]);
    near(column(table, 1), [79, 349, 349, 245].map((count) => (100 * count) / 777), 10);
    near(column(table, 3), [323, 248, 206, 33].map((count) => (100 * count) / 777), 10);
  },
  frameTable: async () => {
    const frame = (await index.codedFrame(people)).groupby(["city"]).col(["age"]).mean();
    const inYiwu = people.people.filter(({ city }) => city === "Yiwu");
    expect(row(sojourn.frameTable(frame, people, { en: "t", zh: "表" }), "Yiwu")).toEqual([(inYiwu.reduce((sum, { age }) => sum + age!, 0) / inYiwu.length).toFixed(2)]);
  },
  sampleFlowFigure: () => {
    const figure = sojourn.sampleFlowFigure(people);
    expect(line(figure, "112 left out")).toBe("112 left out: missing key variable; 777 left");
    // Table 1's cities; and students among those whose work is not high-skilled, as the answers of the file count them.
    expect(line(figure, "made up of")).toBe("made up of: Changchun 187, Guangzhou 350, Hangzhou 142, Yiwu 98");
    const students = survey.respondents.filter(({ city, wave, age, residenceStatus, workCategory }) => workCategory === "student" && (city === "changchun" ? ["2017", "2018", "2019"].includes(String(wave)) : ["guangzhou", "hangzhou", "yiwu"].includes(String(city)) && String(wave) === "2019") && Number(age) >= 18 && ["work", "permanent", "family", "study"].includes(String(residenceStatus))).length;
    expect(line(figure, "286 left out")).toBe(`286 left out: work category: not high-skilled, or not told (students ${students}, others ${286 - students}); 889 left`);
  },
  sampleFlowTable: () => expect(rowsOf(sojourn.sampleFlowTable(people))).toEqual([
    ["rows read", "", "2004"], ["city: not one of the four, or not told", "395", "1609"], ["wave: outside the years of the city, or not told", "260", "1349"], ["under 18", "58", "1291"],
    ["residence status: short visit or medical treatment, or not told", "116", "1175"], ["work category: not high-skilled, or not told", "286", "889"], ["of these: students", "148", ""], ["of these: others", "138", ""],
    ["missing key variable", "112", "777"], ["Changchun", "", "187"], ["Guangzhou", "", "350"], ["Hangzhou", "", "142"], ["Yiwu", "", "98"],
  ]),
  outcomesComparedTable: () => {
    const table = sojourn.outcomesComparedTable(people);
    expect(column(table, 0)).toEqual([102, 9, 0, 76]);
    expect(row(table, "only in the transnational view")).toEqual(["9", R.nine.meanAge.toFixed(1), "1025"]);
  },
  measuredTable: () => {
    expect(row(sojourn.measuredTable("H4a"), "H4a")).toEqual([
      "stronger identification (认同) with taking part in society", "§2.2",
      "cognition (认知): China is best in more of three comparisons than home is", "identification became cognition, and nothing about taking part is asked",
    ]);
    expect(rowsOf(sojourn.measuredTable()).map(([id]) => id)).toEqual(["H1", "H2", "H3a", "H3b", "H3c", "H4a", "H4b"]);
    expect(() => sojourn.measuredTable("H9")).toThrow(/^measuredTable: "H9" is not known/);
  },
  levelsFigure: () => {
    const share = (level: number) => Math.round((100 * world.people.filter(({ country, amount }) => country === "Norway" && amount === level).length) / world.people.filter(({ country }) => country === "Norway").length);
    expect(line(sojourn.levelsFigure(index.wvs, world), "Norway")).toBe(`Norway: too little ${share(1)}%; about right ${share(2)}%; too much ${share(3)}%`);
  },
  answersFound: () => {
    const table = sojourn.answersFound(index.inspectSfrc(survey));
    const of = (question: string, code: string) => survey.respondents.filter((who) => who[question] === code).length;
    const answered = survey.respondents.filter(({ gender }) => gender !== undefined).length;
    expect(row(table, "gender (gender)")).toEqual([String(answered), `female ${of("gender", "female")}; male ${of("gender", "male")}`, expect.stringMatching(/^(\w+ 3(; )?){3}$/)]);
    expect(answered).toBe(2004 - 9);
    const ages = survey.respondents.flatMap(({ age }) => (age === undefined ? [] : [Number(age)])).sort((a, b) => a - b);
    expect(row(table, "age (age)").slice(0, 2)).toEqual([String(ages.length), `${ages[0]}–${ages.at(-1)}, median ${ages[(ages.length - 1) / 2]}`]);
  },
  oddities: () => {
    const table = sojourn.oddities(index.inspectSfrc(survey));
    // A file's first row is its header: whoever stands first is in row 2.
    const rows = survey.respondents.flatMap(({ residenceStatus, stayIntention }, i) => (residenceStatus === "permanent" && stayIntention === "leaveSoon" ? [i + 2] : []));
    expect(row(table, "unlikely: a permanent resident who wants to leave as soon as possible")).toEqual([String(rows.length), `${rows.slice(0, 8).join(", ")} … (${rows.length})`]);
    const items = ["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"];
    const given = survey.respondents.map((who) => items.flatMap((item) => who[item] ?? [])).filter((answers) => answers.length >= 3);
    const same = given.filter((answers) => new Set(answers).size === 1);
    const codes = [["very willing", "veryWilling"], ["willing", "willing"], ["neither willing nor unwilling", "neutral"], ["unwilling", "unwilling"], ["absolutely unwilling", "neverWilling"]];
    expect(row(table, `one answer to all contact items (of ${given.length} with at least three)`)).toEqual([ofThem(same.length, given.length), codes.map(([name, code]) => `${name} ${same.filter(([answer]) => answer === code).length}`).join("; ")]);
  },
  lostTable: () => {
    const table = sojourn.lostTable(index.inspectSfrc(survey));
    const paperCities = ["changchun", "guangzhou", "hangzhou", "yiwu"];
    const [left, lost] = [true, false].map((stays) => survey.respondents.filter(({ city }) => paperCities.includes(String(city)) === stays));
    const share = (who: typeof left, question: string, holds: (answer: string) => boolean) => {
      const told = who.flatMap((one) => one[question] ?? []);
      return `${((100 * told.filter((answer) => holds(String(answer))).length) / told.length).toFixed(1)}%`;
    };
    const of = (question: string, holds: (answer: string) => boolean) => `${share(lost, question, holds)} / ${share(left, question, holds)}`;
    expect(rowsOf(table)[0]).toEqual([
      "city: not one of the four, or not told", String(lost.length), String(left.length), of("gender", (answer) => answer === "female"), of("age", (answer) => Number(answer) < 35),
      of("education", (answer) => ["college", "master", "doctorate"].includes(answer)), of("stayIntention", (answer) => answer !== "leaveSoon"), of("familyChinaExperience", (answer) => answer === "yes"),
    ]);
  },
  traceTable: () => {
    const table = sojourn.traceTable(trace("M4.supportKin", people, published, claims), claims);
    const { estimate, standardError, stars } = rowOfR(standInR.M4, "supportKin");
    expect(rowsOf(table)).toEqual([
      ...[["nobody; arranged the trip oneself", "selfArranged"], ["met by relatives or friends", "kinFriends"], ["received by a client", "client"], ["arranged by an agency of the home country", "homeAgency"], ["arranged by an agency in China", "chinaAgency"], ["otherwise", "other"]].map(([name, code]) => [name, String(people.respondents.filter((who) => who.reception === code).length)]),
      ["= 0", "637"], ["= 1", "140"],
      ["printed (SE)", "0.502* (0.259)"], ["refitted (SE)", `${estimate.toFixed(3)}${stars} (${standardError.toFixed(3)})`], ["z", (estimate / standardError).toFixed(2)], ["p", twoSided(estimate / standardError).toFixed(4)],
      ["N1 (§4.1.1)", "All sample: every social-network variable raises the odds of wanting to stay"], ["R3 (§4.2)", "Robustness, all sample: no obvious change in the hypothesis variables"], ["A1 (abstract)", "All the factors studied play an important part"],
    ]);
  },
};
