import type { Random } from "../random";

/** Willingness from 5 to 1 as the questionnaire words it. */
const WORDS: Readonly<Record<number, string>> = { 5: "veryWilling", 4: "willing", 3: "neutral", 2: "unwilling", 1: "neverWilling" };

/** One person answers three items alike: the weight of a difference of 0, 1, 2, 3 or 4 between two of them. */
const ALIKE = [10, 7, 3, 1, 1];
/** And is readier to chat than to befriend, to befriend than to marry: the weight of a step up, level, or down. */
const READIER = { more: 5, level: 4, less: 2 };

/**
 * Answers to the contact items whose sum is the person's: chatting, befriending, and marrying, oneself or a child.
 * Marrying oneself does not apply to most who are older (they are married), a child's marriage to fewer who are young;
 * at least one of the two is answered, and where both are, the sum counts one's own.
 */
export function contactItems(contactSum: number, age: number, random: Random): Record<string, string> {
  const [chat, befriend, marry] = random.pick(triplesOf(contactSum)).split("").map(Number);
  return { chatWithChinese: WORDS[chat], befriendChinese: WORDS[befriend], ...marriage(marry, age, random) };
}

function marriage(willingness: number, age: number, random: Random): Record<string, string> {
  const own = random.happens(age < 30 ? 75 : age < 45 ? 45 : 25);
  const child = !own || random.happens(age < 30 ? 40 : 65);
  const childsOwn = own ? near(willingness, random) : willingness;
  return {
    marryChinese: own ? WORDS[willingness] : unanswered(random),
    childMarryChinese: child ? WORDS[childsOwn] : unanswered(random),
  };
}

/** Mostly that it does not apply; now and then no answer, for whatever reason. */
const unanswered = (random: Random): string => random.pick({ notApplicable: 90, refused: 4, dontKnow: 3, "": 3 });

/** What they would allow a child, given what they would do themselves. */
function near(willingness: number, random: Random): number {
  const step = Number(random.pick({ "0": 34, "1": 25, "-1": 20, "2": 12, "-2": 9 }));
  return Math.min(5, Math.max(1, willingness + step));
}

/** Every way to answer three items with this sum, "chat befriend marry" as three digits, with its weight. */
function triplesOf(sum: number): Record<string, number> {
  const weights: Record<string, number> = {};
  for (let chat = 1; chat <= 5; chat++) {
    for (let befriend = 1; befriend <= 5; befriend++) {
      const marry = sum - chat - befriend;
      if (marry < 1 || marry > 5) continue;
      weights[`${chat}${befriend}${marry}`] = alike(chat, befriend) * alike(befriend, marry) * alike(chat, marry) * readier(chat, befriend) * readier(befriend, marry);
    }
  }
  return weights;
}

const alike = (a: number, b: number): number => ALIKE[Math.abs(a - b)];
const readier = (easier: number, harder: number): number => (easier > harder ? READIER.more : easier === harder ? READIER.level : READIER.less);
