/** For an option that may be given several times: all that it was given. Any other is refused where it is given twice. */
export const gather = (text: string, before: readonly string[] = []): string[] => [...before, text];
