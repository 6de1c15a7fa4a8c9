/** A place as a reader sees it: `age=30, smoke=1`. */
export const placeName = (at: Readonly<Record<string, string>>, only: readonly string[] = Object.keys(at)): string =>
  only.map((name) => `${name}=${at[name]}`).join(", ");
