import type { City } from "../person";
import type { Random } from "../random";

/**
 * Where people come from, city by city. The paper, §5, names the main countries of each; the shares are invented.
 * (Xi'an, Lanzhou and Xuzhou, which it leaves out, are given one mixture.)
 */
const ELSEWHERE = { pakistan: 20, russia: 12, southKorea: 12, usa: 8, india: 8, nigeria: 6, france: 5, japan: 5, other: 24 };
const NATIONALITIES: Readonly<Record<City, Readonly<Record<string, number>>>> = {
  changchun: { germany: 24, usa: 12, canada: 9, japan: 16, southKorea: 15, pakistan: 9, russia: 5, uk: 3, france: 2, other: 5 },
  guangzhou: { usa: 12, uk: 8, japan: 9, russia: 9, southAfrica: 7, india: 10, nigeria: 10, southKorea: 6, france: 5, brazil: 4, australia: 4, germany: 4, canada: 4, pakistan: 3, other: 5 },
  hangzhou: { usa: 15, uk: 11, japan: 7, russia: 10, southAfrica: 8, india: 12, southKorea: 6, france: 5, germany: 5, australia: 5, canada: 4, brazil: 3, pakistan: 4, other: 5 },
  yiwu: { yemen: 20, pakistan: 17, india: 17, afghanistan: 12, iraq: 11, jordan: 10, russia: 4, nigeria: 3, southKorea: 2, other: 4 },
  xian: ELSEWHERE, lanzhou: ELSEWHERE, xuzhou: ELSEWHERE,
};

/** In which of the fourteen language versions they answer, beside English and Chinese. */
const OWN_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  germany: ["german"], canada: ["french"], japan: ["japanese"], southKorea: ["korean"], pakistan: ["urdu"], russia: ["russian"],
  yemen: ["arabic"], afghanistan: ["persian"], iraq: ["arabic"], jordan: ["arabic"], france: ["french"], brazil: ["portuguese"],
  other: ["spanish", "vietnamese", "turkish", "arabic", "russian", "french", "portuguese", "persian"],
};
const ENGLISH_SPEAKING = ["usa", "uk", "canada", "southAfrica", "australia", "nigeria", "india"];

export function origin(city: City, random: Random): Record<string, string> {
  const nationality = random.pick(NATIONALITIES[city]);
  return { nationality, language: language(nationality, random) };
}

function language(nationality: string, random: Random): string {
  const own = OWN_LANGUAGE[nationality];
  const kind = random.pick({ own: own ? 60 : 0, english: ENGLISH_SPEAKING.includes(nationality) ? 200 : 35, chinese: 8 });
  return kind === "own" ? own[random.below(own.length)] : kind;
}
