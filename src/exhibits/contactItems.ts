import { distribution } from "../display/figures/distribution";
import type { Figure } from "../display/figure";
import type { CodedSample } from "../sfrc/codeSample";
import { sfrcCodebook } from "../sfrc/readSfrc";
import { columnOf } from "../survey/codebook";
import { answersOf } from "./answersOf";

const ITEMS = ["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"] as const;

/** How the sample answered the items of contact willingness, from very willing to never. */
export function contactItemsFigure(coded: CodedSample): Figure {
  const { synthetic, madeFrom } = coded;
  const respondents = answersOf(coded, "contactItemsFigure");
  const codebook = sfrcCodebook();
  const answers = columnOf(codebook, ITEMS[0]).answers ?? [];
  return distribution({
    id: "contact-items", synthetic, madeFrom,
    title: { en: "Chat, befriend, marry: how willing", zh: "聊天、交友、通婚的意愿" },
    categories: answers.map(({ en, zh }) => ({ en, zh })),
    groups: ITEMS.map((item) => ({
      name: columnOf(codebook, item).label,
      counts: answers.map(({ code }) => respondents.filter((who) => who[item] === code).length),
    })),
  });
}
