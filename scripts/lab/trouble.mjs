// @ts-check
/** Something the user can mend: told in one message without a stack, exit 2. */
export class Trouble extends Error {}
