/** Where a study of somebody's own lies in a page, in the paper's place: its folder, and the file by which the notebooks' folder chooses it. */
export const STUDY_FOLDER = "/study";
export const CHOICE_PLACE = "/notebooks/sojourn.json";
export const STUDY_CHOICE = { study: "../study" };
