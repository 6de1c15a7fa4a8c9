import stringWidth from "string-width";

/** How many columns of a terminal or of a fixed-width font a text takes: full-width characters two, combining marks none. */
export const columnWidth = (text: string): number => stringWidth(text);
