// @ts-check
// In which language the scripts speak to their user: the one that the command line passes on, else the system's.

const { SOJOURN_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
const chinese = /^zh/i.test(SOJOURN_LANG || LC_ALL || LC_MESSAGES || LANG || "");

/** A line in the reader's language. @param {string} en @param {string} zh */
export const say = (en, zh) => (chinese ? zh : en);
