import type { City } from "../person";
import type { Random } from "../random";

export type Skilled = "manager" | "professional" | "skilled";

/** Shares of the three high-skilled categories, city by city: invented, with traders where the paper, §5, has trade. */
const CATEGORIES: Readonly<Record<City, Readonly<Record<Skilled, number>>>> = {
  changchun: { manager: 28, professional: 57, skilled: 15 },
  guangzhou: { manager: 36, professional: 44, skilled: 20 },
  hangzhou: { manager: 26, professional: 58, skilled: 16 },
  yiwu: { manager: 64, professional: 16, skilled: 20 },
  xian: { manager: 25, professional: 55, skilled: 20 },
  lanzhou: { manager: 25, professional: 55, skilled: 20 },
  xuzhou: { manager: 35, professional: 35, skilled: 30 },
};

/** The paper, §5: cars and education in Changchun; education, trade, technology in Hangzhou; many fields in Guangzhou; trade in Yiwu. */
const INDUSTRY: Readonly<Record<City, "cars" | "mixed" | "technology" | "trade">> = {
  changchun: "cars", guangzhou: "mixed", hangzhou: "technology", yiwu: "trade", xian: "mixed", lanzhou: "mixed", xuzhou: "mixed",
};
const OCCUPATIONS: Readonly<Record<Skilled, Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
  manager: {
    cars: { executive: 45, technicalDirector: 48, trader: 5, other: 2 },
    mixed: { executive: 40, trader: 40, technicalDirector: 10, shopkeeper: 6, other: 4 },
    technology: { executive: 42, trader: 30, technicalDirector: 22, shopkeeper: 3, other: 3 },
    trade: { trader: 78, executive: 12, shopkeeper: 8, other: 2 },
  },
  professional: {
    cars: { engineer: 38, researcher: 18, universityTeacher: 26, languageTeacher: 12, designer: 4, doctor: 2 },
    mixed: { languageTeacher: 34, engineer: 20, universityTeacher: 16, designer: 12, doctor: 6, researcher: 6, other: 6 },
    technology: { languageTeacher: 28, universityTeacher: 22, engineer: 24, researcher: 14, designer: 9, doctor: 3 },
    trade: { languageTeacher: 30, designer: 26, engineer: 18, doctor: 10, other: 16 },
  },
  skilled: {
    cars: { engineer: 60, languageTeacher: 20, chef: 14, other: 6 },
    mixed: { chef: 34, designer: 20, languageTeacher: 20, engineer: 14, other: 12 },
    technology: { engineer: 30, languageTeacher: 28, chef: 22, designer: 14, other: 6 },
    trade: { trader: 46, chef: 30, designer: 16, other: 8 },
  },
};
/** Nobody holds these without a degree. */
const NEEDS_DEGREE = ["engineer", "researcher", "universityTeacher", "languageTeacher", "technicalDirector", "doctor"];

/** Work of somebody high-skilled: those without a degree are managers or skilled, in trades that ask for none. */
export function highSkilledWork(city: City, college: boolean, random: Random): Record<string, string> {
  const workCategory = random.pick(college ? CATEGORIES[city] : { ...CATEGORIES[city], professional: 0 });
  const open = Object.entries(OCCUPATIONS[workCategory][INDUSTRY[city]]).filter(([name]) => college || !NEEDS_DEGREE.includes(name));
  return { workCategory, occupation: random.pick(Object.fromEntries(open)) };
}

/** Work that the paper does not count as high-skilled. */
export function otherWork(random: Random): Record<string, string> {
  const workCategory = random.pick({ service: 35, manual: 20, unemployed: 22, other: 23 });
  const occupations: Record<typeof workCategory, Record<string, number>> = {
    service: { chef: 30, shopkeeper: 45, other: 25 },
    manual: { factoryWorker: 85, other: 15 },
    unemployed: { homemaker: 60, none: 40 },
    other: { homemaker: 20, trader: 25, shopkeeper: 20, other: 35 },
  };
  return { workCategory, occupation: random.pick(occupations[workCategory]) };
}
