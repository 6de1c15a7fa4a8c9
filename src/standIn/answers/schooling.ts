import type { Random } from "../random";

/** A degree is finished at 22 or later, a master's at 24, a doctorate at 27. */
export const YOUNGEST = { graduate: 22, master: 24, doctor: 27 } as const;

export function schooling(college: boolean, age: number, random: Random): string {
  if (college) return random.pick({ college: 48, master: age >= YOUNGEST.master ? 36 : 0, doctorate: age >= YOUNGEST.doctor ? 16 : 0 });
  return random.pick({ primary: 8, juniorSecondary: 27, seniorSecondary: 65 });
}
