/** A name as SQL takes any name: in double quotes, which are doubled within. A keyword, a blank or Chinese is then a name like another. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL writes it. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
