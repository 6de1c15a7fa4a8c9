/** A page draws its figures itself: the still is left empty, and dropped by the display channel. */
export const figurePng = async (): Promise<{ bytes: { toString: () => string }; width: number; height: number }> => ({ bytes: { toString: () => "" }, width: 1, height: 1 });
