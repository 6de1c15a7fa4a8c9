/** How notebooks name the data of our figures and tables. */
export const PLOTLY_MIME = "application/vnd.plotly.v1+json";
export const TABLE_MIME = "application/vnd.sojourn.table+json";
