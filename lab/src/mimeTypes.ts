export const PLOTLY_MIME = "application/vnd.plotly.v1+json";
export const TABLE_MIME = "application/vnd.sojourn.table+json";
export const PANEL_MIME = "application/vnd.sojourn.panel+json";
/** In which a kernel tells a share of all readings. */
export const ALL_READINGS_MIME = "application/vnd.sojourn.all-readings+json";
