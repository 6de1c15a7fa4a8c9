/** In a page the project's files lie at the root. */
export const projectFolder = "/";
export const dataFile = (name: string): string => `/data/${name}`;
